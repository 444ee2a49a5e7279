import type { ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import './tabbed-sections.css'

export interface TabbedSection {
  readonly id: string
  readonly title: string
  readonly Section: ComponentType
}

/** Sections of a page of which one is seen at a time. @param label what all of them are, for screen readers. */
export const TabbedSections = ({
  label,
  sections,
}: {
  readonly label: string
  readonly sections: readonly TabbedSection[]
}) => (
  <Tabs>
    <TabList className="section-tabs" aria-label={label}>
      {sections.map(({ id, title }) => (
        <Tab key={id} id={id} className="section-tab">
          {title}
        </Tab>
      ))}
    </TabList>
    {sections.map(({ id, Section }) => (
      <TabPanel key={id} id={id} className="section-panel">
        <Section />
      </TabPanel>
    ))}
  </Tabs>
)
