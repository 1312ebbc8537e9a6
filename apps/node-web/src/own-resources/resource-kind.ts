import { addResource, readOwnResource, saveResource } from '@nmirf/api-client/own-resources';
import { resourceRecord, type ResourceRecord, type ResourceView } from '@nmirf/contracts/resources/authoring';
import type { WrittenKind } from '../editor/use-editor.js';

/** Resources, as the editor writes them. */
export const resourceKind: WrittenKind<ResourceRecord, ResourceView> = {
  name: 'own-resource',
  isWhole: (record) => resourceRecord.safeParse(record).success,
  add: addResource,
  save: saveResource,
  read: readOwnResource,
  shownIn: ['own-resources', 'resource-review', 'queue'],
};
