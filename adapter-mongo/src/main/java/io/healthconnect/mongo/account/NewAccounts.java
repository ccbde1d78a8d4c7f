package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;

/** Adds accounts, as part of the transaction that adds their profile. */
public final class NewAccounts {
  private NewAccounts() {}

  /**
   * The account with its first version, unless its e-mail is taken. Of two that take one e-mail at
   * once, the unique index lets one commit; the other is repeated and finds it taken.
   */
  public static Result<Account, EmailTaken> add(
      MongoHandles handles, ClientSession session, Account account) {
    var accounts = handles.collection(CollectionName.ACCOUNTS);
    if (accounts.find(session, Filters.eq("email", account.email().value())).first() != null) {
      return Result.failure(new EmailTaken());
    }
    Account first =
        new Account(
            account.id(),
            account.role(),
            account.name(),
            account.email(),
            account.passwordHash(),
            account.avatar(),
            account.createdAt(),
            account.sessionsValidFrom(),
            1);
    accounts.insertOne(session, AccountDocuments.document(first));
    return Result.success(first);
  }
}
