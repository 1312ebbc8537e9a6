import type { DehydratedState } from '@tanstack/react-query';

/** What a rendered page carries for the script that takes it over: the server's answers and its public address. */
export interface PageState {
  readonly origin: string;
  readonly queries: DehydratedState;
}

const id = 'page-state';

/** As a data block: no script of the page's, so a strict policy lets it stand. `<` cannot end the block early. */
export const writePageState = (state: PageState): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(state).replaceAll('<', String.raw`\u003c`)}</script>`;

/** The state of the page on screen; nothing where the server has only sent the frame. */
export const readPageState = (): PageState | undefined => {
  const text = document.getElementById(id)?.textContent;
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as PageState);
};
