import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslations } from '../i18n';
import { AriaLanguage } from './AriaLanguage';
import { IconButton } from './Button';
import styles from './Dialog.module.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** `alertdialog` interrupts: it has no close button and does not go away by itself. */
  role?: 'dialog' | 'alertdialog';
}

/** Something to decide before anything else goes on. It holds the focus and gives it back. */
export function Dialog({ open, onClose, title, children, role = 'dialog' }: DialogProps) {
  const t = useTranslations('common');
  const interrupts = role === 'alertdialog';
  return (
    <AriaLanguage>
      <ModalOverlay
        className={styles.veil ?? ''}
        isOpen={open}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        isDismissable={!interrupts}
        isKeyboardDismissDisabled={interrupts}
      >
        <Modal className={styles.modal ?? ''}>
          <AriaDialog className={styles.dialog ?? ''} role={role}>
            <div className={styles.head}>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {!interrupts && (
                <IconButton label={t('close')} onClick={onClose}>
                  <X size={20} aria-hidden />
                </IconButton>
              )}
            </div>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}

/** The buttons of a dialog; the one that continues comes last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
