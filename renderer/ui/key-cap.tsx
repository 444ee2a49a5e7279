/** The picture of a key, for eyes only: the button tells its shortcut by `aria-keyshortcuts`. */
export const KeyCap = ({ children }: { readonly children: string }) => (
  <kbd className="key-cap" aria-hidden="true">
    {children}
  </kbd>
)
