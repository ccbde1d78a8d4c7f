package io.healthconnect.rest.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.healthconnect.application.export.ExportData;
import io.healthconnect.application.export.ReadExportedImage;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.edge.view.MessageResponse;
import io.healthconnect.edge.view.NoticeResponse;
import io.healthconnect.edge.view.NoticeSettingsResponse;
import io.healthconnect.rest.evidence.EvidenceResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The ZIP file of an export: a JSON file for each kind of data, then the images and documents. The
 * JSON files, which the store must give as of one instant, are written to a temporary file first,
 * so that a slow client does not keep the store waiting. Of the other files, which never change,
 * only the names are kept; each is read when it is sent.
 */
final class ExportFile implements ExportData.Sink, AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).build();

  private final ExportSpool spool;
  private final ZipOutputStream zip;
  private final List<Media> images = new ArrayList<>();
  private Optional<String> section = Optional.empty();
  private Optional<JsonGenerator> array = Optional.empty();

  /**
   * @param spool closed with this
   */
  ExportFile(ExportSpool spool) {
    this.spool = spool;
    zip = new ZipOutputStream(spool);
  }

  @Override
  public void account(
      Account account, Optional<Preferences> preferences, Optional<CalendarLink> calendarLink) {
    put("account", ExportJson.of(account, preferences, calendarLink));
  }

  @Override
  public void doctor(Doctor doctor) {
    put("practice", ExportJson.of(doctor));
  }

  @Override
  public void evidence(Evidence evidence) {
    put("credentials", EvidenceResponse.of(evidence, MediaPaths::of));
  }

  @Override
  public void patient(Patient patient) {
    put("record", ExportJson.of(patient));
  }

  @Override
  public void session(Session session) {
    put("sessions", ExportJson.of(session));
  }

  @Override
  public void appointment(
      Appointment appointment,
      List<StatusChange> history,
      List<NoteVersion> notes,
      Optional<Attendance> attendance) {
    put("appointments", ExportJson.of(appointment, history, notes, attendance));
  }

  @Override
  public void message(Message message) {
    put("messages", MessageResponse.of(message));
  }

  @Override
  public void call(CallRecord call) {
    put("calls", ExportJson.of(call));
  }

  @Override
  public void notice(Notice notice) {
    put("notices", NoticeResponse.of(notice));
  }

  @Override
  public void noticeSettings(NoticeSettings settings) {
    put("noticeSettings", NoticeSettingsResponse.of(settings));
  }

  @Override
  public void pushSubscription(PushSubscription subscription) {
    put("pushSubscriptions", ExportJson.of(subscription));
  }

  @Override
  public void auditEntry(AuditEntry entry) {
    put("audit", ExportJson.of(entry));
  }

  @Override
  public void person(Account other) {
    put("people", ExportJson.ofOther(other));
  }

  @Override
  public void image(Media image) {
    images.add(image);
  }

  private void put(String name, Object value) {
    try {
      if (!section.equals(Optional.of(name))) {
        endSection();
        zip.putNextEntry(new ZipEntry(name + ".json"));
        JsonGenerator generator =
            JSON.createGenerator(zip, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
        generator.writeStartArray();
        section = Optional.of(name);
        array = Optional.of(generator);
      }
      JSON.writeValue(array.orElseThrow(), value);
    } catch (IOException e) {
      throw ExportSpool.unavailable(e);
    }
  }

  /** Ends what the store gives, so that nothing is written to the disk during the reply. */
  void end() {
    try {
      endSection();
      zip.flush();
      spool.flush();
    } catch (IOException e) {
      throw ExportSpool.unavailable(e);
    }
  }

  private void endSection() throws IOException {
    if (array.isPresent()) {
      array.get().writeEndArray();
      array.get().close();
      zip.closeEntry();
      array = Optional.empty();
    }
  }

  /** Writes the whole file after its {@link #end}, at the pace of {@code out}. */
  void writeTo(OutputStream out, ReadExportedImage read) throws IOException {
    spool.continueIn(out);
    zip.setLevel(Deflater.NO_COMPRESSION); // they are compressed already
    for (Media image : images) {
      Optional<byte[]> bytes = read.readExportedImage(image);
      if (bytes.isPresent()) {
        zip.putNextEntry(
            new ZipEntry(folder(image) + image.id().value() + '.' + image.type().extension()));
        zip.write(bytes.get());
        zip.closeEntry();
      }
    }
    zip.finish();
    zip.flush();
  }

  private static String folder(Media file) {
    return file.type() == MediaType.PDF ? "documents/" : "images/";
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
