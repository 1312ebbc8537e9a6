import type { PracticeListItem, PracticeView } from '@nmirf/contracts/practices/authoring';
import type { Practice } from './practice.entity.js';

/** A practice as lists show it. */
export const listItemOf = (practice: Practice): PracticeListItem => {
  const { id, state, revision, authorId, editedBy, returnReason, createdAt, updatedAt, title, titleLanguage } = practice;
  const { publicId, publicVersion, releasedAt, withdrawn, sentBack } = practice;
  const released =
    publicId && publicVersion && releasedAt ? { practice: publicId, version: publicVersion, at: releasedAt.toISOString() } : undefined;
  return {
    id,
    state,
    revision,
    authorId,
    editedBy,
    title,
    titleLanguage,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(returnReason === null ? {} : { returnReason }),
    ...(released === undefined ? {} : { released }),
    ...(withdrawn === null ? {} : { withdrawn }),
    ...(sentBack === null ? {} : { sentBackAt: sentBack.at }),
  };
};

/** A practice whole. */
export const viewOf = (practice: Practice): PracticeView => ({ ...listItemOf(practice), record: practice.record });
