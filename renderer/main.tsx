document.title = '단골장부'
