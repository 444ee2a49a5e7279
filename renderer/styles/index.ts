import 'pretendard/dist/web/variable/pretendardvariable.css'
import './fonts.css'
import './tokens.css'
import './base.css'
