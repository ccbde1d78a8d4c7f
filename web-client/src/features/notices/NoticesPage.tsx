import { Bell } from 'lucide-react';
import { usePages } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { STORED_NOTICES } from '@/shared/notices';
import { useUser } from '@/shared/session';
import { ButtonLink, EmptyState, MoreList, PageHeader } from '@/shared/ui';
import { NoticeRow } from './NoticeRow';
import { loadNotices } from './noticesApi';
import { useReadMark } from './useReadMark';

const LIST = [...STORED_NOTICES, 'list'];

/** Every notice of the person. Opening the page marks them as read. */
export default function NoticesPage() {
  const t = useTranslations('notices');
  const user = useUser();
  const pages = usePages(LIST, loadNotices);
  const isNew = useReadMark(LIST, pages.data?.pages);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={user.role !== 'admin' && <ButtonLink to="/notices/settings">{t('settings')}</ButtonLink>}
      />
      <MoreList
        rows
        pages={pages}
        keyOf={(notice) => String(notice.seq)}
        empty={
          <EmptyState icon={<Bell />} title={t('none')}>
            {t('noneText')}
          </EmptyState>
        }
      >
        {(notice) => <NoticeRow notice={notice} isNew={isNew(notice)} />}
      </MoreList>
    </>
  );
}
