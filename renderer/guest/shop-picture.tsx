import { useEffect, useState } from 'react'
import { askPicture } from './bridge.ts'

/** The owner's own picture, or a quiet drawing of a stamp where there is none. */
export const ShopPicture = ({ number }: { readonly number: number }) => {
  const [asked, setAsked] = useState<{ readonly number: number; readonly picture: string | null } | null>(
    null,
  )
  useEffect(() => {
    let wanted = number !== 0
    const ask = async (): Promise<void> => {
      const picture = await askPicture()
      if (wanted) setAsked({ number, picture })
    }
    if (wanted) void ask()
    return () => {
      wanted = false
    }
  }, [number])
  const picture = asked?.number === number ? asked.picture : null
  if (picture !== null) return <img className="guest-picture" src={picture} alt="" />
  return (
    <svg className="guest-picture drawn" viewBox="0 0 200 200" aria-hidden="true">
      <circle cx="100" cy="100" r="86" />
      <circle cx="100" cy="100" r="72" />
      <path d="M62 84h64v30a28 28 0 0 1-28 28h-8a28 28 0 0 1-28-28zM126 92h10a14 14 0 0 1 0 28h-8M78 58c-6 8 6 10 0 18M94 54c-6 8 6 12 0 20M110 58c-6 8 6 10 0 18" />
    </svg>
  )
}
