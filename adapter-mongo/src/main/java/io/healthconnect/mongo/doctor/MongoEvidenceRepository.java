package io.healthconnect.mongo.doctor;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.doctor.LicenceNumber;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.media.ShownImages;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What doctors show admins, in MongoDB: a member of the account rather than of the doctor, so that
 * a change of it is no event for every node.
 */
public final class MongoEvidenceRepository implements EvidenceRepository {
  private static final String MEMBER = "evidence";

  private final MongoHandles handles;
  private final MongoCollection<Document> accounts;
  private final Reads reads;
  private final ShownImages images;

  public MongoEvidenceRepository(MongoHandles handles) {
    this.handles = handles;
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.reads = handles.reads(CollectionName.ACCOUNTS);
    this.images = new ShownImages(handles);
  }

  @Override
  public Evidence find(DoctorId id) {
    return handles.run(
        () ->
            Optional.ofNullable(
                    reads.find(present(id)).projection(Projections.include(MEMBER)).first())
                .map(MongoEvidenceRepository::evidence)
                .orElse(Evidence.NONE));
  }

  @Override
  public Evidence change(DoctorId id, UnaryOperator<Evidence> change) {
    return handles.transact(session -> change(session, id, change));
  }

  private Evidence change(ClientSession session, DoctorId id, UnaryOperator<Evidence> change) {
    Document stored = accounts.find(session, present(id)).first();
    if (stored == null) {
      throw new StaleVersionException("doctor");
    }
    Evidence before = evidence(stored);
    Evidence after = change.apply(before);
    show(session, id.account(), before.documents(), after.documents());
    // Whoever changes it concurrently, or erases the account, writes to this document too.
    accounts.updateOne(session, present(id), Updates.set(MEMBER, document(after)));
    return after;
  }

  private void show(
      ClientSession session, AccountId owner, List<MediaId> before, List<MediaId> after) {
    after.stream()
        .filter(each -> !before.contains(each))
        .forEach(
            each -> images.attach(session, each, owner, ImagePurpose.DOCUMENT, Optional.empty()));
    before.stream()
        .filter(each -> !after.contains(each))
        .forEach(each -> images.discard(session, each));
  }

  private static Bson present(DoctorId id) {
    return Filters.and(
        Filters.eq("_id", id.value()),
        Filters.eq("role", Role.DOCTOR.code()),
        Filters.exists("erasedAt", false));
  }

  private static Document document(Evidence evidence) {
    Document document =
        new Document("documents", evidence.documents().stream().map(MediaId::value).toList());
    evidence
        .licenceNumber()
        .ifPresent(licence -> document.append("licenceNumber", licence.value()));
    return document;
  }

  private static Evidence evidence(Document account) {
    return Optional.ofNullable(account.get(MEMBER, Document.class))
        .map(
            member ->
                new Evidence(
                    DocumentFields.optionalText(member, "licenceNumber").map(LicenceNumber::new),
                    member.getList("documents", String.class).stream().map(MediaId::new).toList()))
        .orElse(Evidence.NONE);
  }
}
