package io.github.ekslint.reader.implied;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may reach the public endpoint of a cluster that does not say it. */
public final class ImpliedAccess {

    private ImpliedAccess() {}

    /** The blocks as written; without one, everybody's. */
    public static Listing<Value<String>> publicCidrs(
            Optional<Listing<Value<String>>> written, Value<String> ipFamily, Place at) {
        return written.filter(l -> !l.items().isEmpty() || !l.isComplete()).orElseGet(() -> anywhere(ipFamily, at));
    }

    private static Listing<Value<String>> anywhere(Value<String> ipFamily, Place at) {
        List<Value<String>> cidrs = new ArrayList<>(List.of(Value.byDefault("0.0.0.0/0", Props.AWS, at)));
        if (ipFamily.known().filter("ipv6"::equals).isPresent()) {
            cidrs.add(Value.byDefault("::/0", Props.AWS, at));
        }
        return Listing.byDefault(cidrs, Props.AWS, at);
    }
}
