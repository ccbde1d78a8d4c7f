import { useTranslations } from '@/shared/i18n';
import { Select } from '@/shared/ui';

const TEMPLATES = ['visit', 'control', 'prescription'] as const;

/** Headings to write notes under; what is chosen is added below what stands there. */
export function NoteTemplates({ onChoose }: { onChoose: (text: string) => void }) {
  const t = useTranslations('appointments');
  const choose = (value: string) => {
    const template = TEMPLATES.find((known) => known === value);
    if (template !== undefined) {
      onChoose(t(`template_${template}`));
    }
  };
  return (
    <Select
      label={t('templates')}
      value=""
      onChange={choose}
      options={[
        { value: '', label: t('templateNone') },
        ...TEMPLATES.map((value) => ({ value, label: t(`templateName_${value}`) })),
      ]}
    />
  );
}
