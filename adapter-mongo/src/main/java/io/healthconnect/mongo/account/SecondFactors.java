package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The second factor of an account: a member of its document, so that a proof is used up by the
 * update that a new session makes there anyway.
 */
final class SecondFactors {
  static final String ON = "secondFactor.on";
  private static final String MEMBER = "secondFactor";
  private static final String SECRET = "secondFactor.secret";
  private static final String LAST_STEP = "secondFactor.lastStep";
  private static final String RECOVERY_CODES = "secondFactor.recoveryCodes";

  private final MongoCollection<Document> accounts;

  SecondFactors(MongoHandles handles) {
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
  }

  static boolean isOn(Document account) {
    return Optional.ofNullable(account.get(MEMBER, Document.class))
        .map(member -> member.getBoolean("on", false))
        .orElse(false);
  }

  Optional<SecondFactor> find(AccountId id) {
    return Optional.ofNullable(
            accounts
                .find(Filters.and(Filters.eq("_id", id.value()), Filters.exists(MEMBER)))
                .projection(Projections.include(MEMBER))
                .first())
        .map(SecondFactors::secondFactor);
  }

  private static SecondFactor secondFactor(Document account) {
    Document member = account.get(MEMBER, Document.class);
    return new SecondFactor(
        new AccountId(DocumentFields.text(account, "_id")),
        new TotpSecret(DocumentFields.text(member, "secret")),
        isOn(account),
        DocumentFields.number(member, "lastStep"));
  }

  boolean begin(AccountId id, TotpSecret secret) {
    Document member =
        new Document("secret", secret.base32())
            .append("on", false)
            .append("lastStep", 0L)
            .append("recoveryCodes", List.of());
    return accounts.updateOne(isOff(id), Updates.set(MEMBER, member)).getMatchedCount() == 1;
  }

  boolean turnOn(
      ClientSession session,
      AccountId id,
      SecondFactorProof.TimeStep first,
      Set<String> recoveryHashes) {
    return accounts
            .updateOne(
                session,
                Filters.and(isOff(id), Filters.eq(SECRET, first.secret().base32())),
                Updates.combine(
                    Updates.set(ON, true),
                    Updates.set(LAST_STEP, first.step()),
                    Updates.set(RECOVERY_CODES, List.copyOf(recoveryHashes))))
            .getMatchedCount()
        == 1;
  }

  boolean removeThatIsOn(ClientSession session, Credentials checked) {
    return isRemoved(session, Filters.and(CredentialChecks.current(checked), Filters.eq(ON, true)));
  }

  boolean remove(ClientSession session, Credentials checked) {
    return isRemoved(session, CredentialChecks.current(checked));
  }

  private boolean isRemoved(ClientSession session, Bson account) {
    return accounts.updateOne(session, account, Updates.unset(MEMBER)).getMatchedCount() == 1;
  }

  void remove(ClientSession session, AccountId id) {
    accounts.updateOne(session, Filters.eq("_id", id.value()), Updates.unset(MEMBER));
  }

  private static Bson isOff(AccountId id) {
    return Filters.and(Filters.eq("_id", id.value()), Filters.ne(ON, true));
  }

  /** Matches an account whose second factor takes the proof. */
  static Bson takes(SecondFactorProof proof) {
    return Filters.and(
        Filters.eq(ON, true),
        proof.<Bson>fold(
            time ->
                Filters.and(
                    Filters.eq(SECRET, time.secret().base32()), Filters.lt(LAST_STEP, time.step())),
            code -> Filters.eq(RECOVERY_CODES, code.hash())));
  }

  /** Uses the proof up. */
  static Bson use(SecondFactorProof proof) {
    return proof.fold(
        time -> Updates.set(LAST_STEP, time.step()),
        code -> Updates.pull(RECOVERY_CODES, code.hash()));
  }
}
