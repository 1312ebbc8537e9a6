import { useEffect, useRef, type RefObject } from 'react';

/** For a `dialog` that is there while it is drawn: it opens over the page, and gives the focus back when it goes. */
export const useModal = (): RefObject<HTMLDialogElement | null> => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return dialog;
};
