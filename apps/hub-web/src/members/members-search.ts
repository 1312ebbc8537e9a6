import { mechanism } from '@nmirf/contracts/members/mechanism';
import { searchOf } from '@nmirf/ui/app/address';

const { region } = mechanism.shape;
export const regions = region.options;
export const membersSearch = searchOf({ region });
