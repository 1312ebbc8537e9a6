import { Button as MantineButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language.js';
import styles from './form.module.css';

interface ButtonProperties {
  readonly children: ReactNode;
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'sm' | 'md';
  readonly icon?: ReactNode;
  readonly submit?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onClick?: () => void;
  readonly label?: string;
  /** It asks first: a dialog opens. */
  readonly opensDialog?: boolean;
}

const variants = { main: 'filled', plain: 'default', quiet: 'subtle', danger: 'outline' } as const;

/** The one main action of a page is filled; everything else stands back. */
export const Button = ({
  children,
  kind = 'plain',
  size = 'md',
  icon,
  submit,
  busy,
  disabled,
  onClick,
  label,
  opensDialog,
}: ButtonProperties) => (
  <MantineButton
    type={submit === true ? 'submit' : 'button'}
    variant={variants[kind]}
    color={kind === 'danger' ? 'red' : 'harbor'}
    size={size}
    loading={busy === true}
    disabled={disabled === true}
    {...(icon === undefined ? {} : { leftSection: icon })}
    {...(onClick === undefined ? {} : { onClick })}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...(opensDialog === true ? { 'aria-haspopup': 'dialog' as const } : {})}
  >
    {children}
  </MantineButton>
);

interface ButtonLinkProperties {
  readonly to: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly kind?: 'main' | 'plain';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A link that looks like a button: it leads to a page. */
export const ButtonLink = ({ to, parameters, kind = 'plain', icon, children }: ButtonLinkProperties) => {
  const lang = useLanguage();
  return (
    <Link to={to} params={{ lang, ...parameters }} className={kind === 'main' ? styles.mainLink : styles.plainLink}>
      {icon}
      {children}
    </Link>
  );
};
