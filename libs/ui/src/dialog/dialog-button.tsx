import { type ComponentProps, type ReactNode, useState } from 'react';
import { Button } from '../form/button.js';

type DialogButtonProperties = Omit<ComponentProps<typeof Button>, 'onClick' | 'opensDialog' | 'submit'> & {
  /** The dialog it opens, which calls `onClose` when it is done or given up. */
  readonly dialog: (onClose: () => void) => ReactNode;
};

/** A button that asks first, and says so to whoever cannot see it. */
export const DialogButton = ({ dialog, ...button }: DialogButtonProperties) => {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button
        {...button}
        opensDialog
        onClick={() => {
          setAsks(true);
        }}
      />
      {asks
        ? dialog(() => {
            setAsks(false);
          })
        : null}
    </>
  );
};
