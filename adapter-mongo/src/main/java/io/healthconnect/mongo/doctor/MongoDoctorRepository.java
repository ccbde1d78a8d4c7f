package io.healthconnect.mongo.doctor;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.mongo.account.AccountNames;
import io.healthconnect.mongo.account.NewAccounts;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.ReadablePages;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.search.DoctorNames;
import io.healthconnect.mongo.search.NextFreeTimes;
import io.healthconnect.mongo.search.ShownDoctors;
import io.healthconnect.mongo.search.Specializations;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Doctors in MongoDB: one document each, which also holds what the directory shows. */
public final class MongoDoctorRepository implements DoctorRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> doctors;
  private final Reads reads;
  private final Specializations specializations;

  public MongoDoctorRepository(MongoHandles handles) {
    this.handles = handles;
    this.doctors = handles.collection(CollectionName.DOCTORS);
    this.reads = handles.reads(CollectionName.DOCTORS);
    this.specializations = new Specializations(handles);
  }

  @Override
  public Result<Account, EmailTaken> add(
      Account account, PasswordHash passwordHash, Doctor doctor) {
    Result<Account, EmailTaken> stored =
        handles.transact(
            session -> {
              Result<Account, EmailTaken> added =
                  NewAccounts.add(handles, session, account, passwordHash);
              if (added instanceof Result.Success) {
                doctors.insertOne(session, first(account, doctor));
                if (account.standing().visibility().isListed()) {
                  specializations.count(session, doctor.profile().specialization());
                }
              }
              return added;
            });
    handles.local().doctorChanged(doctor.id());
    return stored;
  }

  private static Document first(Account account, Doctor doctor) {
    String name = account.name().value();
    Document document = new Document("_id", doctor.id().value());
    document.putAll(DoctorDocuments.profile(doctor));
    document
        .append("name", name)
        .append("nameFolded", SearchWords.sortKey(name))
        .append("words", DoctorNames.words(name, document))
        .append("rating", DoctorDocuments.document(Rating.NONE))
        .append("version", 1L);
    ShownDoctors.append(document, account.standing().visibility());
    NextFreeTimes.append(document);
    doctor.profile().contactNumber().ifPresent(number -> document.append("contactNumber", number));
    account.avatar().ifPresent(avatar -> document.append("avatar", avatar.value()));
    return document;
  }

  @Override
  public Optional<Doctor> find(DoctorId id) {
    return findListing(id).map(DoctorListing::doctor);
  }

  @Override
  public Optional<DoctorListing> findListing(DoctorId id) {
    return handles.run(
        () ->
            Optional.ofNullable(reads.find(Filters.eq("_id", id.value())).first())
                .map(DoctorDocuments::listing));
  }

  @Override
  public Map<DoctorId, Doctor> findAll(Collection<DoctorId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Bson wanted = Filters.in("_id", ids.stream().map(DoctorId::value).toList());
    return handles.run(
        () ->
            ReadablePages.first(reads.find(wanted), ids.size(), DoctorDocuments::doctor).stream()
                .collect(Collectors.toUnmodifiableMap(Doctor::id, Function.identity())));
  }

  @Override
  public Map<DoctorId, String> specializationsOf(Collection<DoctorId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Bson wanted = Filters.in("_id", ids.stream().map(DoctorId::value).toList());
    return handles.run(
        () -> {
          Map<DoctorId, String> found = new HashMap<>();
          for (Document document :
              reads.find(wanted).projection(Projections.include("specialization"))) {
            found.put(
                DoctorId.of(DocumentFields.text(document, "_id")),
                DocumentFields.text(document, "specialization"));
          }
          return Map.copyOf(found);
        });
  }

  @Override
  public Doctor save(Doctor doctor) {
    return told(handles.transact(session -> save(session, doctor)));
  }

  @Override
  public Doctor save(Doctor doctor, PersonName name) {
    return told(
        handles.transact(
            session -> {
              DoctorNames.show(
                  handles,
                  session,
                  AccountNames.change(handles, session, doctor.id().account(), name));
              return save(session, doctor);
            }));
  }

  private Doctor told(Doctor saved) {
    handles.local().doctorChanged(saved.id());
    return saved;
  }

  private Doctor save(ClientSession session, Doctor doctor) {
    Bson own = Filters.eq("_id", doctor.id().value());
    Document stored =
        Optional.ofNullable(
                doctors
                    .find(
                        session,
                        Filters.and(
                            own,
                            Filters.eq("version", doctor.version()),
                            Filters.ne("erased", true)))
                    .first())
            .orElseThrow(() -> new StaleVersionException("doctor"));
    Document profile = DoctorDocuments.profile(doctor);
    profile.append("words", DoctorNames.words(DocumentFields.text(stored, "name"), profile));
    doctors.updateOne(
        session,
        own,
        Updates.combine(
            new Document("$set", profile),
            doctor
                .profile()
                .contactNumber()
                .map(number -> Updates.set("contactNumber", number))
                .orElse(Updates.unset("contactNumber")),
            NextFreeTimes.changed(),
            Updates.inc("version", 1L)));
    if (!ShownDoctors.isHidden(stored)) {
      recount(
          session,
          DocumentFields.text(stored, "specializationFolded"),
          doctor.profile().specialization());
    }
    return DoctorDocuments.doctor(
        Optional.ofNullable(doctors.find(session, own).first())
            .orElseThrow(() -> new MissingException("doctor")));
  }

  private void recount(ClientSession session, String before, String now) {
    if (!before.equals(SearchWords.fold(now))) {
      specializations.discount(session, before);
      specializations.count(session, now);
    }
  }

  @Override
  public Page<DoctorListing> search(DoctorSearch search) {
    Bson wanted = Directory.filter(search);
    return handles.run(
        () ->
            Page.of(
                    ReadablePages.first(
                        doctors
                            .find(wanted)
                            .sort(Directory.order(search.sort()))
                            .hintString(FewDoctors.index(doctors, search)),
                        search.page().limit() + 1,
                        document -> Directory.found(search.sort(), document)),
                    search.page(),
                    Directory.Found::place)
                .map(Directory.Found::listing));
  }

  @Override
  public int count(DoctorSearch search, int most) {
    return handles.run(
        () ->
            (int)
                doctors.countDocuments(
                    Directory.matches(search),
                    new CountOptions()
                        .limit(most)
                        .hintString(FewDoctors.indexToCount(doctors, search))));
  }

  @Override
  public Set<String> wordsBeginning(String beginning, int most) {
    return handles.run(() -> Set.copyOf(DoctorNames.wordsBeginning(handles, beginning, most)));
  }

  @Override
  public List<NextFree.Due> nextFreeDue(Instant now, int most) {
    return handles.run(() -> List.copyOf(NextFreeTimes.due(doctors, now, most)));
  }

  @Override
  public void saveNextFree(List<NextFree> computed) {
    handles.run(
        () -> {
          NextFreeTimes.save(doctors, computed);
          return computed;
        });
  }

  @Override
  public List<SpecializationCount> specializations() {
    return handles.run(() -> List.copyOf(specializations.all()));
  }
}
