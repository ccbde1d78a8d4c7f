package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.Optional;

/** Changes an account's name, as part of the transaction that stores its profile. */
public final class AccountNames {
  private AccountNames() {}

  /**
   * Gives the account its new name and its next version.
   *
   * @return the account as stored
   */
  public static Account change(
      MongoHandles handles, ClientSession session, AccountId id, PersonName name) {
    var accounts = handles.collection(CollectionName.ACCOUNTS);
    Account named =
        Optional.ofNullable(
                accounts.findOneAndUpdate(
                    session,
                    Erasures.present(id),
                    Updates.combine(Updates.set("name", name.value()), Updates.inc("version", 1L)),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
            .map(AccountDocuments::account)
            .orElseThrow(() -> new StaleVersionException("account"));
    accounts.updateOne(
        session,
        Filters.eq("_id", id.value()),
        Updates.set("words", AccountDocuments.words(named)));
    return named;
  }
}
