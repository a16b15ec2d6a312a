package io.jinlin.hub.api;

import io.jinlin.contract.page.Place;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.copies.Copies;
import io.jinlin.hub.copies.CopyReceipt;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A person's own data as a file, and the receipts of those that were given. */
final class CopyRoutes {
  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final Copies copies;
  private final AccessNotes notes;

  CopyRoutes(Exchange exchange, Guard guard, Api.Parts parts, Copies copies, AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.copies = copies;
    this.notes = notes;
  }

  void mount(Router router) {
    router
        .post("/api/people/copy")
        .handler(guard::sameOrigin)
        .handler(guard::signedIn)
        .handler(guard::changing)
        .handler(Guard.only(Role.DIRECTOR))
        .handler(this::make);
    router
        .get("/api/people/copies")
        .handler(guard::signedIn)
        .handler(Guard.only(Role.DIRECTOR))
        .handler(this::list);
  }

  /** What a place is called, in a copy. */
  static String placeName(Api.Parts parts, String place) {
    return parts.places().find(place).map(Place::name).orElse(place);
  }

  /** A receipt as the page shows it. */
  record ReceiptView(String id, long at, String account, String digest, int bytes) {}

  private static ReceiptView view(CopyReceipt receipt) {
    return new ReceiptView(
        receipt.id(), receipt.atMillis(), receipt.account(), receipt.digest(), receipt.bytes());
  }

  /** A copy; {@code zip} in base64. */
  record CopyView(ReceiptView receipt, String name, String zip) {}

  private void make(RoutingContext context) {
    int person = Json.integer(exchange.body(context), "person", 1, Integer.MAX_VALUE);
    String account = Guard.who(context).account();
    exchange.work(
        context,
        () -> copies.make(person, account).orElseThrow(() -> new Refused(404, "unknown-person")),
        copy ->
            notes.changed(
                context,
                copies.hand(copy),
                Action.COPIED,
                done -> List.of((long) person),
                done -> handed(done)));
  }

  private Object handed(Copies.Copy copy) {
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
    String name = "person-" + copy.receipt().person() + "-" + today + ".zip";
    return new CopyView(view(copy.receipt()), name, Base64.getEncoder().encodeToString(copy.zip()));
  }

  private void list(RoutingContext context) {
    int person = new Query(context.queryParams()).integer("person", 0, 1, Integer.MAX_VALUE);
    exchange.work(
        context,
        () -> copies.of(person).stream().map(CopyRoutes::view).toList(),
        rows -> notes.answer(context, Action.LOOKED, List.of((long) person), Map.of("rows", rows)));
  }
}
