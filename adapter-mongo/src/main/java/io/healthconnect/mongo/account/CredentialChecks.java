package io.healthconnect.mongo.account;

import com.mongodb.client.model.Filters;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.SecondFactorProof;
import org.bson.conversions.Bson;

/**
 * Filters that match an account only while its hash is the one that a password was verified
 * against.
 */
final class CredentialChecks {
  private CredentialChecks() {}

  /** The same, and only while the account is not disabled and has no second factor. */
  static Bson admitted(Credentials checked) {
    return Filters.and(
        current(checked), Filters.ne("disabled", true), Filters.ne(SecondFactors.ON, true));
  }

  /** The same, and only while the account is not disabled and takes this proof. */
  static Bson admitted(Credentials checked, SecondFactorProof proof) {
    return Filters.and(current(checked), Filters.ne("disabled", true), SecondFactors.takes(proof));
  }

  static Bson current(Credentials checked) {
    return Filters.and(
        Filters.eq("_id", checked.accountId().value()),
        Filters.eq("passwordHash", checked.passwordHash().value()));
  }
}
