import { useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Button, Card } from '@/shared/ui';
import styles from './Administration.module.css';
import type { Evidence } from './administrationApi';
import { Facts } from './Facts';

/** What a doctor shows in order to be approved. A document is loaded only when it is asked for, since each look is logged. */
export function EvidenceCard({ evidence }: { evidence: Evidence }) {
  const t = useTranslations('administration');
  const [shown, setShown] = useState<readonly string[]>([]);
  return (
    <Card stack>
      <h2>{t('evidence')}</h2>
      <Facts facts={[[t('licenceNumber'), evidence.licenceNumber ?? '']]} />
      <h3>{t('documents')}</h3>
      <p className={styles.quiet}>{t(evidence.documents.length === 0 ? 'noDocuments' : 'documentsLogged')}</p>
      {evidence.documents.map(({ id, url }, index) =>
        shown.includes(id) ? (
          <img key={id} className={styles.document} src={url} alt={t('documentAlt', { number: index + 1 })} />
        ) : (
          <div key={id}>
            <Button onClick={() => setShown([...shown, id])}>{t('openDocument', { number: index + 1 })}</Button>
          </div>
        ),
      )}
    </Card>
  );
}
