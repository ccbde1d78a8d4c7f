package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Tells the patients of a disabled doctor, as part of the transaction that disables the account.
 */
public final class PatientsOfDisabled {
  private final MongoCollection<Document> appointments;
  private final NoticeWrites notices;

  public PatientsOfDisabled(MongoHandles handles) {
    this.appointments = handles.collection(CollectionName.APPOINTMENTS);
    this.notices = new NoticeWrites(handles);
  }

  public void tell(ClientSession session, DoctorId doctor, Instant now) {
    List<NoticeDraft> news =
        appointments
            .find(
                session,
                Filters.and(
                    Filters.eq("doctorId", doctor.value()),
                    Filters.eq("occupying", true),
                    Filters.gt("startsAt", now)))
            .hintString("doctorOccupied")
            .sort(Sorts.ascending("startsAt"))
            .projection(Projections.include("patientId"))
            .map(
                each ->
                    AppointmentNotices.ofDisabling(
                        doctor,
                        new AppointmentId(DocumentFields.text(each, "_id")),
                        PatientId.of(DocumentFields.text(each, "patientId")),
                        now))
            .into(new ArrayList<>());
    notices.add(session, news);
  }
}
