import {
  enrolmentPage,
  type EnrolmentPage,
  enrolmentView,
  type EnrolmentView,
  invitation,
  type Invitation,
  type InvitationDraft,
  invitationPage,
  type InvitationPage,
  invitationView,
  type InvitationView,
} from '@nmirf/contracts/network/enrolment';
import { networkHealth, type NetworkHealth } from '@nmirf/contracts/network/health';
import type { ApiClient, Query } from './client.js';

/** What the secretariat's officers do at the hub. */
export const listInvitations = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<InvitationPage> =>
  client.ask(invitationPage, '/api/invitations', { query, signal });

export const prepareInvitation = (client: ApiClient, draft: InvitationDraft): Promise<InvitationView> =>
  client.ask(invitationView, '/api/invitations', { method: 'POST', body: draft });

export const issueInvitation = (client: ApiClient, id: string): Promise<Invitation> =>
  client.ask(invitation, `/api/invitations/${id}/issue`, { method: 'POST' });

export const withdrawInvitation = (client: ApiClient, id: string): Promise<InvitationView> =>
  client.ask(invitationView, `/api/invitations/${id}/withdrawal`, { method: 'POST' });

export const listEnrolments = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<EnrolmentPage> =>
  client.ask(enrolmentPage, '/api/enrolments', { query, signal });

export const readEnrolment = (client: ApiClient, id: string, signal?: AbortSignal): Promise<EnrolmentView> =>
  client.ask(enrolmentView, `/api/enrolments/${encodeURIComponent(id)}`, { signal });

export const approveEnrolment = (client: ApiClient, id: string): Promise<EnrolmentView> =>
  client.ask(enrolmentView, `/api/enrolments/${id}/approval`, { method: 'POST' });

export const refuseEnrolment = (client: ApiClient, id: string, reason: string): Promise<EnrolmentView> =>
  client.ask(enrolmentView, `/api/enrolments/${id}/refusal`, { method: 'POST', body: { reason } });

export const readNetworkHealth = (client: ApiClient, signal?: AbortSignal): Promise<NetworkHealth> =>
  client.ask(networkHealth, '/api/network/health', { signal });
