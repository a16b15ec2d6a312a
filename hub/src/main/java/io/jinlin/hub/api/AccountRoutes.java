package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.accounts.Account;
import io.jinlin.hub.accounts.AccountChange;
import io.jinlin.hub.accounts.AccountDeed;
import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.accounts.Role;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts of staff, for the director. */
final class AccountRoutes {
  private static final WordTable<Role> ROLES = WordTable.of(Role.class);
  private static final int MAX_DEEDS = 100;

  private final Exchange exchange;
  private final Guard guard;
  private final Accounts accounts;

  AccountRoutes(Exchange exchange, Guard guard, Accounts accounts) {
    this.exchange = exchange;
    this.guard = guard;
    this.accounts = accounts;
  }

  void mount(Router router) {
    router
        .get("/api/accounts")
        .handler(guard::signedIn)
        .handler(Guard.only(Role.DIRECTOR))
        .handler(this::list);
    for (String act : List.of("add", "roles", "password", "suspend", "restore")) {
      router
          .post("/api/accounts/" + act)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(Guard.only(Role.DIRECTOR));
    }
    router.post("/api/accounts/add").handler(this::add);
    router.post("/api/accounts/roles").handler(this::roles);
    router.post("/api/accounts/password").handler(this::password);
    router.post("/api/accounts/suspend").handler(context -> change(context, accounts::suspend));
    router.post("/api/accounts/restore").handler(context -> change(context, accounts::restore));
  }

  /** An account; {@code entered} is null where nobody signed in yet. */
  record AccountView(
      String account,
      List<String> roles,
      boolean mustChange,
      boolean suspended,
      long created,
      @Nullable Long entered,
      int browsers) {}

  /** What was done to an account; {@code by} is empty for a command on the hub's machine. */
  record DeedView(long at, String by, String account, String deed, List<String> roles) {}

  /** All accounts, what was done to them, and the roles there are. */
  record AccountsView(List<AccountView> accounts, List<DeedView> deeds, List<String> roles) {}

  /** A password that is shown once. */
  record PasswordView(String account, String password) {}

  /** An account that was changed. */
  record ChangedView(String account) {}

  private void list(RoutingContext context) {
    exchange.later(
        context,
        () ->
            new AccountsView(
                accounts.list().stream().map(AccountRoutes::view).toList(),
                accounts.deeds(MAX_DEEDS).stream().map(AccountRoutes::view).toList(),
                ROLES.words()),
        view -> view);
  }

  private static AccountView view(Account account) {
    return new AccountView(
        account.name(),
        words(account.roles()),
        account.mustChange(),
        account.suspended(),
        account.createdMillis(),
        account.enteredMillis().isPresent() ? account.enteredMillis().getAsLong() : null,
        account.browsers());
  }

  private static DeedView view(AccountDeed deed) {
    return new DeedView(
        deed.atMillis(), deed.by(), deed.account(), Words.of(deed.kind()), words(deed.roles()));
  }

  private static List<String> words(Set<Role> roles) {
    return roles.stream().sorted().map(Words::of).toList();
  }

  private void add(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String name = Json.text(body, "account");
    if (!Check.isId(name)) {
      throw new Refused(400, "account-name", Json.clip(name));
    }
    Set<Role> roles = roles(body);
    String by = Guard.who(context).account();
    exchange.later(
        context,
        () -> accounts.invite(name, roles, by),
        password ->
            new PasswordView(
                name, password.orElseThrow(() -> new Refused(409, "account-taken", name))));
  }

  private void roles(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Set<Role> roles = roles(body);
    change(context, body, (name, by) -> accounts.setRoles(name, roles, by));
  }

  private static Set<Role> roles(ObjectNode body) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : Json.texts(body, "roles")) {
      roles.add(
          ROLES.find(word).orElseThrow(() -> new Refused(400, "unknown-role", Json.clip(word))));
    }
    if (roles.isEmpty()) {
      throw new Refused(400, "no-role");
    }
    return roles;
  }

  private void password(RoutingContext context) {
    String name = Json.text(exchange.body(context), "account");
    String by = Guard.who(context).account();
    exchange.later(
        context,
        () -> accounts.reset(name, by),
        (Optional<String> password) ->
            new PasswordView(name, password.orElseThrow(() -> unknown(name))));
  }

  /** A change of one account by the account that asks. */
  private interface Deed {
    AccountChange of(String name, String by) throws SQLException;
  }

  private void change(RoutingContext context, Deed deed) {
    change(context, exchange.body(context), deed);
  }

  private void change(RoutingContext context, ObjectNode body, Deed deed) {
    String name = Json.text(body, "account");
    String by = Guard.who(context).account();
    exchange.later(
        context,
        () -> deed.of(name, by),
        change ->
            switch (change) {
              case CHANGED -> new ChangedView(name);
              case UNKNOWN -> throw unknown(name);
              case LAST_DIRECTOR -> throw new Refused(409, "last-director", name);
              case OWN -> throw new Refused(409, "own-account");
            });
  }

  private static Refused unknown(String name) {
    return new Refused(404, "unknown-account", Json.clip(name));
  }
}
