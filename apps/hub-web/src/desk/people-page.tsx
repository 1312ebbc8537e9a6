import { AccountsPage } from '@nmirf/ui/accounts/accounts-page';

export const PeoplePage = () => <AccountsPage trail="/$lang/desk/audit" />;
