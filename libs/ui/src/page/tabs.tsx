import { Tabs as MantineTabs } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly note?: string | undefined;
}

interface TabsProperties<Value extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly chosen: Value;
  readonly onChange: (value: Value) => void;
  readonly children: ReactNode;
}

/** Several versions of one thing, one at a time. */
export const Tabs = <Value extends string>({ label, tabs, chosen, onChange, children }: TabsProperties<Value>) => (
  <MantineTabs
    value={chosen}
    onChange={(value) => {
      const tab = tabs.find((candidate) => candidate.value === value);
      if (tab !== undefined) onChange(tab.value);
    }}
    keepMounted={false}
  >
    <MantineTabs.List aria-label={label} className={styles.list}>
      {tabs.map((tab) => (
        <MantineTabs.Tab key={tab.value} value={tab.value} className={styles.tab}>
          {tab.label}
          {tab.note === undefined ? null : <span className={styles.note}>{tab.note}</span>}
        </MantineTabs.Tab>
      ))}
    </MantineTabs.List>
    <MantineTabs.Panel value={chosen} className={styles.panel}>
      {children}
    </MantineTabs.Panel>
  </MantineTabs>
);
