import type { ResourceListItem, ResourceView } from '@nmirf/contracts/resources/authoring';
import type { Resource } from './resource.entity.js';

/** A resource whole. */
export const viewOf = (resource: Resource): ResourceView => {
  const { id, state, revision, authorId, editedBy, returnReason, createdAt, updatedAt, record } = resource;
  const { publicId, publicVersion, releasedAt, withdrawn, sentBack } = resource;
  return {
    ...{ id, state, revision, authorId, editedBy, record },
    ...{ createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
    ...(returnReason !== null && { returnReason }),
    ...(publicId &&
      publicVersion &&
      releasedAt && { released: { resource: publicId, version: publicVersion, at: releasedAt.toISOString() } }),
    ...(withdrawn !== null && { withdrawn }),
    ...(sentBack !== null && { sentBackAt: sentBack.at }),
  };
};

/** A resource as lists show it. */
export const listItemOf = (resource: Resource): ResourceListItem => {
  const { record, ...rest } = viewOf(resource);
  const { title, titleLanguage } = resource;
  return { ...rest, title, titleLanguage, kind: record.kind, files: record.files.length, audience: record.audience };
};
