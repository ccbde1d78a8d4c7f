package io.healthconnect.application.export;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.export.Snapshot;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.Attachment;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.Notice;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Walks through the lists of one person, a page at a time, and remembers the other people in them.
 */
final class ExportedLists {
  private static final int PAGE = 100;
  private static final int ALL = Integer.MAX_VALUE;

  private final Snapshot snapshot;
  private final AccountId self;
  private final ForeignReads reads;
  private final ExportData.Sink sink;
  private final Set<AccountId> people = new HashSet<>();
  private final Set<AccountId> partners = new HashSet<>();

  ExportedLists(Snapshot snapshot, Account account, ForeignReads reads, ExportData.Sink sink) {
    this.snapshot = snapshot;
    this.self = account.id();
    this.reads = reads;
    this.sink = sink;
  }

  Set<AccountId> people() {
    return people;
  }

  void appointments() {
    each(
        page ->
            snapshot
                .appointments()
                .list(
                    new AppointmentQuery(
                        self,
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        page)),
        this::appointment);
  }

  private void appointment(Appointment stored) {
    Appointment visible = stored.visibleTo(self);
    boolean own = stored.doctorId().account().equals(self);
    people.add(own ? stored.patientId().account() : stored.doctorId().account());
    reads.notes(visible);
    List<NoteVersion> notes =
        own
            ? snapshot.appointments().notes(stored.id(), ALL)
            : visible.notes().current().stream().toList();
    sink.appointment(
        visible,
        snapshot.appointments().history(stored.id(), ALL),
        notes,
        Optional.ofNullable(snapshot.attendances().find(List.of(stored.id())).get(stored.id())));
  }

  void messages() {
    each(
        page -> snapshot.messages().conversations(self, page),
        (ConversationSummary summary) -> partners.add(summary.other()));
    people.addAll(partners);
    partners.forEach(partner -> messages(partner, sink::message));
  }

  private void messages(AccountId partner, Consumer<Message> each) {
    Conversation conversation = Conversation.between(self, partner);
    long last = 0;
    List<Message> part;
    do {
      part = snapshot.messages().after(conversation, last, PAGE);
      part.forEach(each);
      last = part.isEmpty() ? last : part.get(part.size() - 1).seq();
    } while (part.size() == PAGE);
  }

  /** The files of the messages, which are read once more rather than remembered. */
  void files(Consumer<MediaId> each) {
    for (AccountId partner : partners) {
      messages(partner, message -> message.attachment().map(Attachment::id).ifPresent(each));
    }
  }

  void calls() {
    each(
        page -> snapshot.calls().records(self, page),
        (CallRecord call) -> {
          people.add(call.other(self));
          sink.call(call);
        });
  }

  void notices() {
    each(
        page -> snapshot.notices().list(self, page),
        (Notice notice) -> {
          notice.from().ifPresent(people::add);
          sink.notice(notice);
        });
    snapshot.notices().settings(self).ifPresent(sink::noticeSettings);
    snapshot.pushSubscriptions().list(self).forEach(sink::pushSubscription);
  }

  void audit() {
    each(
        page -> snapshot.audit().find(new AuditQuery(Optional.of(self), page)),
        (AuditEntry entry) -> {
          entry.event().actor().filter(actor -> !actor.equals(self)).ifPresent(people::add);
          sink.auditEntry(entry);
        });
  }

  private static <T> void each(Function<PageRequest, Page<T>> list, Consumer<T> each) {
    Optional<Cursor> after = Optional.empty();
    do {
      Page<T> page = list.apply(new PageRequest(PAGE, after));
      page.items().forEach(each);
      after = page.next();
    } while (after.isPresent());
  }
}
