import { useQuery } from '@tanstack/react-query';
import { useTranslations } from '@/shared/i18n';
import { Awaited, Card } from '@/shared/ui';
import { evidenceQuery } from './evidenceApi';
import { EvidenceDocuments } from './EvidenceDocuments';
import { LicenceNumber } from './LicenceNumber';

/** What a doctor shows the administrators, so that they approve the account. */
export function DoctorEvidence() {
  const t = useTranslations('profile');
  const evidence = useQuery(evidenceQuery);
  return (
    <Card stack>
      <h2>{t('evidence')}</h2>
      <p>{t('evidenceLead')}</p>
      {evidence.data === undefined ? (
        <Awaited query={evidence} count={1} />
      ) : (
        <>
          <LicenceNumber evidence={evidence.data} />
          <EvidenceDocuments evidence={evidence.data} />
        </>
      )}
    </Card>
  );
}
