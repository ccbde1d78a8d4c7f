import { Ban, CircleCheck, Hourglass, type LucideIcon, ShieldX } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { Status, type Tone } from '@/shared/ui';
import type { AccountState } from './administrationApi';

const LOOKS: Record<AccountState, { tone: Tone; icon: LucideIcon }> = {
  active: { tone: 'done', icon: CircleCheck },
  pending: { tone: 'attention', icon: Hourglass },
  rejected: { tone: 'neutral', icon: ShieldX },
  disabled: { tone: 'harm', icon: Ban },
};

/** The state of an account. */
export function AccountStatus({ state }: { state: AccountState }) {
  const t = useTranslations('administration');
  return <Status {...LOOKS[state]}>{t(`state_${state}`)}</Status>;
}
