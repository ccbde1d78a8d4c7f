package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;

/** Adds accounts, as part of the transaction that adds their profile. */
public final class NewAccounts {
  private NewAccounts() {}

  /**
   * Returns the account with its first version, unless its e-mail address is taken. If two
   * transactions take the same address at once, the unique index lets one commit; the other is
   * repeated and finds the address taken.
   */
  public static Result<Account, EmailTaken> add(
      MongoHandles handles, ClientSession session, Account account, PasswordHash passwordHash) {
    var accounts = handles.collection(CollectionName.ACCOUNTS);
    if (accounts.find(session, Filters.eq("email", account.email().value())).first() != null) {
      return Result.failure(new EmailTaken());
    }
    Account first = account.withVersion(1);
    accounts.insertOne(session, AccountDocuments.document(first, passwordHash));
    return Result.success(first);
  }
}
