package io.healthconnect.mongo.doctor;

import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.search.ShownDoctors;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;

/**
 * Maps doctors to documents. Name, avatar and rating are in the same document but are written
 * elsewhere.
 */
final class DoctorDocuments {
  private DoctorDocuments() {}

  /**
   * The members that saving a doctor sets. The contact number is handled separately, because it may
   * be missing.
   */
  static Document profile(Doctor doctor) {
    return new Document("specialization", doctor.profile().specialization())
        .append("specializationFolded", SearchWords.fold(doctor.profile().specialization()))
        .append("experience", doctor.profile().experience())
        .append("qualification", doctor.profile().qualification())
        .append("about", doctor.profile().about())
        .append("languages", doctor.profile().languages().stream().map(Language::tag).toList())
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
        .append("autoConfirm", rules.autoConfirm())
        .append("callsAnytime", rules.callsAnytime())
        .append("quiet", rules.quiet());
  }

  /** The sum, the count, and the average in hundredths, which is used for sorting and filtering. */
  static Document document(Rating rating) {
    return new Document("sum", rating.sum())
        .append("count", rating.count())
        .append("hundredths", Math.round(rating.average() * 100));
  }

  static DoctorListing listing(Document document) {
    Document rating = DocumentFields.part(document, "rating");
    return new DoctorListing(
        doctor(document),
        PersonName.restore(DocumentFields.text(document, "name")),
        DocumentFields.optionalText(document, "avatar").map(MediaId::new),
        new Rating(DocumentFields.number(rating, "sum"), DocumentFields.number(rating, "count")),
        ShownDoctors.visibility(document));
  }

  static Doctor doctor(Document document) {
    return new Doctor(
        DoctorId.of(DocumentFields.text(document, "_id")),
        new DoctorProfile(
            DocumentFields.text(document, "specialization"),
            DocumentFields.smallNumber(document, "experience"),
            DocumentFields.text(document, "qualification"),
            DocumentFields.text(document, "about"),
            DocumentFields.optionalText(document, "contactNumber"),
            ZoneId.of(DocumentFields.text(document, "timeZone")),
            languages(document)),
        rules(DocumentFields.part(document, "rules")),
        ScheduleDocuments.schedule(DocumentFields.parts(document, "schedule")),
        ScheduleDocuments.overrides(DocumentFields.parts(document, "overrides")),
        DocumentFields.number(document, "version"));
  }

  /** Doctors from before step 22 have no such member. */
  private static List<Language> languages(Document document) {
    return document.getList("languages", String.class, List.of()).stream()
        .map(Language::new)
        .toList();
  }

  private static BookingRules rules(Document document) {
    return new BookingRules(
        DocumentFields.smallNumber(document, "slotMinutes"),
        DocumentFields.smallNumber(document, "bufferMinutes"),
        DocumentFields.smallNumber(document, "minimumNoticeMinutes"),
        DocumentFields.smallNumber(document, "horizonDays"),
        DocumentFields.flag(document, "autoConfirm"),
        document.getBoolean("callsAnytime", false),
        document.getBoolean("quiet", false));
  }
}
