import { proposeHub } from '@nmirf/api-client/proposals';
import { hubFile, type HubFile } from '@nmirf/contracts/network/governance';
import { hubProposal } from '@nmirf/contracts/network/proposals';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { FileField } from '@nmirf/ui/form/file-field';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Propose, ReasonField } from './propose.js';

/** What the file says, or nothing when it is none that a server writes which takes the hub over. */
async function read(file: File): Promise<HubFile | undefined> {
  if (file.size > LARGEST) return undefined;
  const text = await file.text();
  try {
    return hubFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const LARGEST = 16_384;

/** A committee member's way to have another server keep the log: the file which that server wrote says where it is and with which keys. */
export const ProposeHub = () => {
  const { t } = useTranslation();
  const [hub, setHub] = useState<HubFile>();
  const [reason, setReason] = useState('');
  const choose = async (file: File): Promise<void> => {
    setHub(await read(file));
  };
  return (
    <Propose label={t('proposals.proposeHub')} danger form={{ hub, reason }} schema={hubProposal} send={proposeHub}>
      {(errorAt) => (
        <>
          <p>{t('proposals.hubMeans')}</p>
          <FileField
            id="propose-hub"
            label={t('proposals.hubFile')}
            hint={t('proposals.hubFileHint')}
            error={errorAt('hub')}
            placeholder={t('proposals.hubFileChoose')}
            accept=".json,application/json"
            onChoose={(file) => void choose(file)}
          />
          {hub === undefined ? null : <Facts facts={[{ term: t('proposals.hubAddress'), value: <Code>{hub.url}</Code> }]} />}
          <ReasonField value={reason} error={errorAt('reason')} onChange={setReason} />
        </>
      )}
    </Propose>
  );
};
