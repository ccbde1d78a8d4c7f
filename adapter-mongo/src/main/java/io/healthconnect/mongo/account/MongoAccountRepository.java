package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.media.ShownImages;
import io.healthconnect.mongo.search.DoctorNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Accounts in MongoDB. A doctor's name and avatar are kept in the directory too. */
public final class MongoAccountRepository implements AccountRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> accounts;
  private final ShownImages images;

  public MongoAccountRepository(MongoHandles handles) {
    this.handles = handles;
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.images = new ShownImages(handles);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return handles.run(
        () ->
            Optional.ofNullable(accounts.find(Filters.eq("_id", id.value())).first())
                .map(AccountDocuments::account));
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return handles.run(
        () ->
            Optional.ofNullable(accounts.find(Filters.eq("email", email.value())).first())
                .map(AccountDocuments::account));
  }

  @Override
  public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var wanted = Filters.in("_id", ids.stream().map(AccountId::value).toList());
    return handles.run(
        () -> {
          Map<AccountId, Account> found = new HashMap<>();
          for (Document document : accounts.find(wanted)) {
            Account account = AccountDocuments.account(document);
            found.put(account.id(), account);
          }
          return Map.copyOf(found);
        });
  }

  @Override
  public Account save(Account account) {
    return handles.transact(session -> save(session, account));
  }

  private Account save(ClientSession session, Account account) {
    Account stored =
        Optional.ofNullable(
                accounts
                    .find(
                        session,
                        Filters.and(
                            Filters.eq("_id", account.id().value()),
                            Filters.eq("version", account.version())))
                    .first())
            .map(AccountDocuments::account)
            .orElseThrow(() -> new StaleVersionException("account"));
    Account saved = next(stored, account);
    accounts.replaceOne(
        session, Filters.eq("_id", saved.id().value()), AccountDocuments.document(saved));
    show(session, saved, stored.avatar());
    if (saved.role() == Role.DOCTOR) {
      DoctorNames.show(handles, session, saved);
    }
    return saved;
  }

  /** Role, e-mail and creation time never change. */
  private static Account next(Account stored, Account wanted) {
    return new Account(
        stored.id(),
        stored.role(),
        wanted.name(),
        stored.email(),
        wanted.passwordHash(),
        wanted.avatar(),
        stored.createdAt(),
        wanted.sessionsValidFrom(),
        stored.version() + 1);
  }

  private void show(ClientSession session, Account saved, Optional<MediaId> former) {
    if (saved.avatar().equals(former)) {
      return;
    }
    saved.avatar().ifPresent(id -> images.attach(session, id, saved.id(), Optional.empty()));
    former.ifPresent(id -> images.discard(session, id));
  }
}
