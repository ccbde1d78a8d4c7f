package io.healthconnect.mongo.doctor;

import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.mongo.db.Stored;
import java.time.ZoneId;
import org.bson.Document;

/** Doctors as documents. Name, avatar and rating stand in the same document and are not theirs. */
final class DoctorDocuments {
  private DoctorDocuments() {}

  /** What a save of the doctor sets; the contact number is apart, because it may be missing. */
  static Document profile(Doctor doctor) {
    return new Document("specialization", doctor.specialization())
        .append("specializationFolded", SearchWords.fold(doctor.specialization()))
        .append("experience", doctor.experience())
        .append("qualification", doctor.qualification())
        .append("about", doctor.about())
        .append("timeZone", doctor.timeZone().getId())
        .append("rules", document(doctor.rules()))
        .append("schedule", ScheduleDocuments.documents(doctor.schedule()))
        .append("overrides", ScheduleDocuments.documents(doctor.overrides().values()));
  }

  private static Document document(BookingRules rules) {
    return new Document("slotMinutes", rules.slotMinutes())
        .append("bufferMinutes", rules.bufferMinutes())
        .append("minimumNoticeMinutes", rules.minimumNoticeMinutes())
        .append("horizonDays", rules.horizonDays())
        .append("autoConfirm", rules.autoConfirm());
  }

  /** Beside the sum and the count stands the average in hundredths, to order and compare by. */
  static Document document(Rating rating) {
    return new Document("sum", rating.sum())
        .append("count", rating.count())
        .append("hundredths", Math.round(rating.average() * 100));
  }

  static DoctorListing listing(Document document) {
    Document rating = Stored.part(document, "rating");
    return new DoctorListing(
        doctor(document),
        new PersonName(Stored.text(document, "name")),
        Stored.optionalText(document, "avatar").map(MediaId::new),
        new Rating(Stored.number(rating, "sum"), Stored.number(rating, "count")));
  }

  static Doctor doctor(Document document) {
    return new Doctor(
        DoctorId.of(Stored.text(document, "_id")),
        Stored.text(document, "specialization"),
        Stored.smallNumber(document, "experience"),
        Stored.text(document, "qualification"),
        Stored.text(document, "about"),
        Stored.optionalText(document, "contactNumber"),
        ZoneId.of(Stored.text(document, "timeZone")),
        rules(Stored.part(document, "rules")),
        ScheduleDocuments.schedule(Stored.parts(document, "schedule")),
        ScheduleDocuments.overrides(Stored.parts(document, "overrides")),
        Stored.number(document, "version"));
  }

  private static BookingRules rules(Document document) {
    return new BookingRules(
        Stored.smallNumber(document, "slotMinutes"),
        Stored.smallNumber(document, "bufferMinutes"),
        Stored.smallNumber(document, "minimumNoticeMinutes"),
        Stored.smallNumber(document, "horizonDays"),
        Stored.flag(document, "autoConfirm"));
  }
}
