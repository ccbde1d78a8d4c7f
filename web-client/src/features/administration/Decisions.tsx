import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, BadgeCheck, KeyRound, ScrollText, ShieldOff, ShieldX, Trash2, UserCheck } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useUser } from '@/shared/session';
import { Button, ButtonLink, Card, useProblemText } from '@/shared/ui';
import styles from './Administration.module.css';
import {
  accountQuery,
  type DetailedAccount,
  type Decision,
  makeResetLink,
  rejection,
  useDecide,
} from './administrationApi';
import { Confirm } from './Confirm';
import { EraseAccount } from './EraseAccount';
import { RejectDoctor } from './RejectDoctor';
import { RemoveSecondFactor } from './RemoveSecondFactor';
import { ResetLinkDialog } from './ResetLinkDialog';

const ICONS: Record<Decision, ReactNode> = {
  approve: <BadgeCheck size={20} aria-hidden />,
  disable: <Ban size={20} aria-hidden />,
  enable: <UserCheck size={20} aria-hidden />,
};

/** What an admin can decide about an account. What takes something from the person is asked about first. */
export function Decisions({ account }: { account: DetailedAccount }) {
  const t = useTranslations('administration');
  const text = useProblemText();
  const { notify } = useNotices();
  const own = useUser().id === account.id;
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<'reject' | 'disable' | 'factor' | 'erase' | null>(null);
  const [decided, setDecided] = useState(0);
  useEffect(() => {
    if (decided === 0) {
      return undefined;
    }
    // The button that was pressed goes away. A dialog that has closed gives the focus back in the next frame, to that
    // very button.
    const frame = requestAnimationFrame(() => heading.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [decided]);
  const client = useQueryClient();
  const decide = useDecide(account.id);
  const explain = (error: Error) => {
    const changed = isProblem(error, 'illegal_transition', 'not_found');
    notify({ kind: 'problem', text: changed ? t('changedMeanwhile') : text(error) });
    if (changed) {
      void client.invalidateQueries({ queryKey: accountQuery(account.id).queryKey });
    }
  };
  const end = () => {
    setAsked(null);
    setDecided((count) => count + 1);
  };
  const decision = useMutation({
    mutationFn: decide,
    onSuccess: (_, made) => notify({ kind: 'done', text: t(`done_${made}`, { name: account.name }) }),
    onError: explain,
    onSettled: end,
  });
  const link = useMutation({
    mutationFn: () => makeResetLink(account.id),
    onError: explain,
    // The link is secret.
    gcTime: 0,
  });
  const button = (which: Decision, look: 'primary' | 'secondary' | 'harm-quiet', onClick: () => void) => (
    <Button look={look} icon={ICONS[which]} busy={decision.isPending} onClick={onClick}>
      {t(which)}
    </Button>
  );
  return (
    <Card stack>
      <h2 ref={heading} tabIndex={-1}>
        {t('decisions')}
      </h2>
      <div className={styles.actions}>
        {account.role === 'doctor' &&
          account.approval !== 'approved' &&
          button('approve', 'primary', () => decision.mutate('approve'))}
        {account.role === 'doctor' && account.approval !== 'rejected' && (
          <Button look="harm-quiet" icon={<ShieldX size={20} aria-hidden />} onClick={() => setAsked('reject')}>
            {t(rejection(account))}
          </Button>
        )}
        {account.disabled
          ? button('enable', 'secondary', () => decision.mutate('enable'))
          : !own && button('disable', 'harm-quiet', () => setAsked('disable'))}
        {!account.disabled && (
          <Button icon={<KeyRound size={20} aria-hidden />} busy={link.isPending} onClick={() => link.mutate()}>
            {t('resetLink')}
          </Button>
        )}
        {account.secondFactor && !own && (
          <Button look="harm-quiet" icon={<ShieldOff size={20} aria-hidden />} onClick={() => setAsked('factor')}>
            {t('factorRemove')}
          </Button>
        )}
        <ButtonLink to={`/audit?userId=${account.id}`} icon={<ScrollText size={20} aria-hidden />}>
          {t('auditOf')}
        </ButtonLink>
        {!own && (
          <Button look="harm-quiet" icon={<Trash2 size={20} aria-hidden />} onClick={() => setAsked('erase')}>
            {t('erase')}
          </Button>
        )}
      </div>
      {own && <p className={styles.quiet}>{t('ownAccount')}</p>}
      {asked === 'reject' && (
        <RejectDoctor account={account} onClose={() => setAsked(null)} onError={explain} onEnd={end} />
      )}
      {asked === 'disable' && (
        <Confirm
          title={t('disableTitle', { name: account.name })}
          action={t('disable')}
          busy={decision.isPending}
          onClose={() => setAsked(null)}
          onConfirm={() => decision.mutate('disable')}
        >
          {t('disableText')}
        </Confirm>
      )}
      {asked === 'factor' && (
        <RemoveSecondFactor account={account} onClose={() => setAsked(null)} onError={explain} onEnd={end} />
      )}
      {asked === 'erase' && <EraseAccount account={account} onClose={() => setAsked(null)} />}
      {link.data !== undefined && <ResetLinkDialog name={account.name} link={link.data} onClose={() => link.reset()} />}
    </Card>
  );
}
