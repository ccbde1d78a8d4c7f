package io.healthconnect.application.message;

import static io.healthconnect.application.message.MessageWorld.DOCTOR;
import static io.healthconnect.application.message.MessageWorld.PATIENT;
import static io.healthconnect.application.message.MessageWorld.STRANGER;
import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.message.SendFile.Refusal;
import io.healthconnect.application.message.SendFile.Refusal.NotSent;
import io.healthconnect.application.message.SendFile.Refusal.NotTaken;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.message.Document;
import io.healthconnect.domain.message.DocumentName;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.Message;
import io.healthconnect.testkit.Race;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendFileTest {
  private static final Refusal REUSED = new NotSent(SendMessage.Refusal.KEY_REUSED);

  private static final String PDF = "%PDF-1.7\n%%EOF\n";

  private final MessageWorld world = new MessageWorld();

  private static Image image(Message message) {
    return message.image().orElseThrow();
  }

  /** How many images are neither shown nor removed. */
  private int left() {
    return world.store.media().discarded(BOOKED.plus(Duration.ofDays(1)), 100).size();
  }

  @Test
  void sendsTheCleanedImageWithItsSizeAndText() {
    Message sent = value(world.sendImage(PATIENT, DOCTOR, " Look ", "jpeg skin"));
    assertEquals(Optional.of("Look"), sent.text());
    assertEquals(4, image(sent).width());
    assertEquals(3, image(sent).height());
    assertEquals(BOOKED, sent.createdAt());
    assertEquals(List.of(sent), world.stored());
    assertTrue(world.isKept(image(sent).id()));
    assertEquals(
        MediaState.ATTACHED, world.store.media().find(image(sent).id()).orElseThrow().state());
    assertEquals(
        Optional.of(DOCTOR.id()),
        world.store.media().find(image(sent).id()).orElseThrow().receiver());
  }

  @Test
  void needsNoText() {
    assertEquals(Optional.empty(), value(world.sendImage(PATIENT, DOCTOR, " ", "png x")).text());
  }

  @Test
  void aResendGivesTheStoredMessageAndKeepsNoSecondImage() {
    Message sent = value(world.sendImage(PATIENT, DOCTOR, "Look", "png x", "c1"));
    for (int i = 0; i < 5; i++) {
      assertEquals(sent, value(world.sendImage(PATIENT, DOCTOR, "Look ", "png x", "c1")));
    }
    assertEquals(List.of(sent), world.stored());
    assertEquals(0, left());
  }

  @Test
  void refusesAClientIdThatStandsForAnotherMessage() {
    Message sent = value(world.sendImage(PATIENT, DOCTOR, "Look", "png x", "c1"));
    assertEquals(REUSED, reason(world.sendImage(PATIENT, DOCTOR, "Look", "png y", "c1")));
    assertEquals(REUSED, reason(world.sendImage(PATIENT, DOCTOR, "Else", "png x", "c1")));
    Message text = value(world.send(PATIENT, DOCTOR, "Look", "c2"));
    assertEquals(REUSED, reason(world.sendImage(PATIENT, DOCTOR, "Look", "png x", "c2")));
    assertEquals(SendMessage.Refusal.KEY_REUSED, reason(world.send(PATIENT, DOCTOR, "Look", "c1")));
    assertEquals(List.of(sent, text), world.stored());
    assertEquals(0, left());
  }

  @Test
  void saysWhyAFileWasNotTaken() {
    for (ImageRefusal refusal :
        List.of(
            ImageRefusal.UNSUPPORTED_TYPE,
            ImageRefusal.HEIC,
            ImageRefusal.SVG,
            ImageRefusal.DAMAGED,
            ImageRefusal.TOO_MANY_PIXELS,
            ImageRefusal.BUSY)) {
      assertEquals(
          new NotTaken(refusal), reason(world.sendImage(PATIENT, DOCTOR, "", refusal.name())));
    }
    assertEquals(List.of(), world.stored());
  }

  @Test
  void sendsADocumentWithItsNameAndLength() {
    Message sent = value(world.sendDocument(PATIENT, DOCTOR, "Blood test", PDF));
    Document document = sent.document().orElseThrow();
    assertEquals(new DocumentName("Blood test.pdf"), document.name());
    assertEquals(PDF.length(), document.bytes());
    assertEquals(Optional.empty(), sent.image());
    assertEquals(List.of(sent), world.stored());
    assertTrue(world.isKept(document.id()));
    Media stored = world.store.media().find(document.id()).orElseThrow();
    assertEquals(MediaState.ATTACHED, stored.state());
    assertEquals(MediaType.PDF, stored.type());
  }

  @Test
  void recognisesTheDocumentThatItHasSent() {
    Message sent = value(world.sendDocument(PATIENT, DOCTOR, "a.pdf", PDF, "c1"));
    assertEquals(sent, value(world.sendDocument(PATIENT, DOCTOR, "a.pdf", PDF, "c1")));
    assertEquals(REUSED, reason(world.sendDocument(PATIENT, DOCTOR, "b.pdf", PDF, "c1")));
    assertEquals(REUSED, reason(world.sendDocument(PATIENT, DOCTOR, "a.pdf", PDF + " ", "c1")));
    assertEquals(REUSED, reason(world.sendImage(PATIENT, DOCTOR, "", "png x", "c1")));
    assertEquals(List.of(sent), world.stored());
    assertEquals(0, left());
  }

  @Test
  void refusesADocumentThatIsNoPdf() {
    for (String file : List.of("png x", "%PDF-1.7 cut off", "<html>" + PDF, "")) {
      assertEquals(
          new NotTaken(ImageRefusal.NOT_PDF),
          reason(world.sendDocument(PATIENT, DOCTOR, "a.pdf", file)));
    }
    assertEquals(List.of(), world.stored());
    assertEquals(0, left());
  }

  @Test
  void staysWithinTheQuota() {
    for (int i = 0; i < 3; i++) {
      value(world.sendImage(PATIENT, DOCTOR, "", "png " + i));
    }
    assertEquals(
        new NotTaken(ImageRefusal.QUOTA_REACHED),
        reason(world.sendImage(PATIENT, DOCTOR, "", "png 4")));
    value(world.sendImage(DOCTOR, PATIENT, "", "png 1"));
  }

  @Test
  void refusesAnUploadFromPeopleWithoutContact() {
    assertEquals(
        new NotSent(SendMessage.Refusal.NOT_FOUND),
        reason(world.sendImage(STRANGER, DOCTOR, "", "png x")));
    value(world.send(PATIENT, DOCTOR, "Hello"));
    world.endContact();
    assertEquals(
        new NotSent(SendMessage.Refusal.CONTACT_ENDED),
        reason(world.sendImage(PATIENT, DOCTOR, "", "png x")));
    assertEquals(1, world.stored().size());
    assertEquals(0, left());
  }

  @Test
  void checksTheTextBeforeItTakesTheFile() {
    InvalidValueException refused =
        assertThrows(
            InvalidValueException.class,
            () -> world.sendImage(PATIENT, DOCTOR, "x".repeat(4097), "png x"));
    assertEquals("text", refused.field());
    assertEquals(0, left());
  }

  /** The file is hidden from logs that print commands. */
  @Test
  void showsNoFileInItsTextForm() {
    assertEquals(
        "SendFile.Command[hidden]",
        new SendFile.Command(
                PATIENT, DOCTOR.id(), "", new byte[9], Optional.empty(), Optional.empty())
            .toString());
  }

  /** All are taken before the first is stored; what the losers uploaded is removed again. */
  @Test
  void ofResendsAtOnceOneIsStoredAndNoOtherImageIsKept() {
    List<Message> sent =
        Race.of(3, i -> () -> value(world.sendImage(PATIENT, DOCTOR, "", "png x", "c1")));
    assertEquals(1, new HashSet<>(sent).size());
    assertEquals(List.of(sent.get(0)), world.stored());
    assertTrue(world.isKept(image(sent.get(0)).id()));
    assertEquals(0, left());
  }
}
