import { createContext, lazy, Suspense, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { createKeyReader } from './key-combination.js';
import { singleKeysAllowed } from './single-keys.js';

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.js')).HelpDialog }));

export interface Shortcut {
  /** `mod+k`, `?`, or two keys one after the other: `g p`. */
  readonly keys: string;
  readonly label: string;
  readonly action: () => void;
}

interface Board {
  readonly add: (shortcut: Shortcut) => () => void;
  readonly showHelp: () => void;
}

const BoardContext = createContext<Board | undefined>(undefined);

/** Offers a shortcut while the caller is on the page. Nothing outside of a desk, where nobody listens. */
export const useShortcut = (shortcut: Shortcut | undefined): void => {
  const board = use(BoardContext);
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  const { keys, label } = shortcut ?? {};
  useEffect(() => {
    if (keys === undefined || label === undefined) return undefined;
    return board?.add({ keys, label, action: () => latest.current?.action() });
  }, [board, keys, label]);
};

/** Opens the list of shortcuts; undefined where there are none. */
export const useShortcutHelp = (): (() => void) | undefined => use(BoardContext)?.showHelp;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A key alone is a letter where somebody writes, and belongs to a dialog while one is open. */
const mayRun = (keys: string, { target }: KeyboardEvent): boolean =>
  keys.startsWith('mod+') || (singleKeysAllowed() && !isTyping(target) && document.querySelector('dialog[open]') === null);

const Help = ({ onShow }: { readonly onShow: () => void }) => {
  const { t } = useTranslation();
  useShortcut({ keys: '?', label: t('shortcuts.help'), action: onShow });
  return null;
};

/** Listens for the shortcuts of everything inside, and shows their list. */
export const Shortcuts = ({ children }: { readonly children: ReactNode }) => {
  const known = useRef(new Map<string, Shortcut>());
  const [shown, setShown] = useState<readonly Shortcut[]>();
  const board = useMemo<Board>(
    () => ({
      add: (shortcut) => {
        known.current.set(shortcut.keys, shortcut);
        return () => {
          if (known.current.get(shortcut.keys) === shortcut) known.current.delete(shortcut.keys);
        };
      },
      showHelp: () => {
        setShown([...known.current.values()]);
      },
    }),
    [],
  );
  useEffect(() => {
    const read = createKeyReader((keys) => known.current.has(keys));
    const listen = (event: KeyboardEvent): void => {
      const keys = read(event);
      if (keys === undefined || !mayRun(keys, event)) return;
      event.preventDefault();
      known.current.get(keys)?.action();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
  return (
    <BoardContext value={board}>
      <Help onShow={board.showHelp} />
      {children}
      {shown === undefined ? null : (
        <Suspense>
          <HelpDialog
            shortcuts={shown}
            onClose={() => {
              setShown(undefined);
            }}
          />
        </Suspense>
      )}
    </BoardContext>
  );
};
