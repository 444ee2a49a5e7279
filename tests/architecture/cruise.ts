import { cruise, type ICruiseResult } from 'dependency-cruiser'
import boundaries from '../../dev/boundaries.ts'

export const layers = ['electron', 'renderer', 'shared', 'migrations', 'dev', 'tests']

/** Reads the imports of the layers in `folder` and judges them by the project's own rules. */
export const judgeImports = async (
  folder: string,
  below: readonly string[] = layers,
): Promise<ICruiseResult> => {
  const { options = {}, forbidden = [] } = boundaries
  const { output } = await cruise([...below], {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
  })
  if (typeof output === 'string') throw new TypeError('An object was expected')
  return output
}
