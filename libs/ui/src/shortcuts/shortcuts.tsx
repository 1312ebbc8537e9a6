import { createContext, lazy, Suspense, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { createKeyReader } from './key-combination.js';
import { singleKeysAllowed } from './single-keys.js';

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.js')).HelpDialog }));

export interface Shortcut {
  /** `mod+k`, `?`, or two keys one after the other: `g p`. */
  readonly keys: string;
  /** What it does; told when the list of shortcuts is shown, for its texts may come no earlier. */
  readonly label: () => string;
  readonly action: () => void;
}

interface Board {
  readonly add: (shortcut: Shortcut) => () => void;
  readonly showHelp: () => void;
}

const BoardContext = createContext<Board | undefined>(undefined);

/** Offers a shortcut while the caller is on the page. */
export const useShortcut = (shortcut: Shortcut | undefined): void => {
  const board = use(BoardContext);
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  const keys = shortcut?.keys;
  useEffect(() => {
    if (keys === undefined) return undefined;
    return board?.add({ keys, label: () => latest.current?.label() ?? '', action: () => latest.current?.action() });
  }, [board, keys]);
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
  useShortcut({ keys: '?', label: () => t('shortcuts.help'), action: onShow });
  return null;
};

interface ShortcutsProperties {
  /** Brings what the list is told with, where the page came without it. */
  readonly prepare?: () => Promise<unknown>;
  readonly children: ReactNode;
}

/** Listens for the shortcuts of everything inside, and shows their list. */
export const Shortcuts = ({ prepare, children }: ShortcutsProperties) => {
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
        const show = (): void => {
          setShown([...known.current.values()]);
        };
        if (prepare === undefined) show();
        // Without a network there is no list; the page says that it is offline.
        else prepare().then(show, () => undefined);
      },
    }),
    [prepare],
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
