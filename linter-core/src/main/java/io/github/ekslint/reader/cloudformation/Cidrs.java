package io.github.ekslint.reader.cloudformation;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The slices that {@code Fn::Cidr} cuts a block into
 * (<a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html">Fn::Cidr</a>).
 */
final class Cidrs {

    private static final int MOST = 256;

    private Cidrs() {}

    static Datum slices(List<Datum> arguments, Place place) {
        String count = Texts.known(arguments.get(1));
        String bits = arguments.size() > 2 ? Texts.known(arguments.get(2)) : "";
        if (count == null || bits == null || !count.matches("\\d{1,3}") || !bits.matches("\\d{0,3}")) {
            return Datum.unknown("the size of the slices is not known", place);
        }
        int number = Math.min(Integer.parseInt(count), MOST);
        String block = Texts.known(arguments.get(0));
        if (block != null && !bits.isEmpty()) {
            Optional<List<String>> slices = cut(block, number, Integer.parseInt(bits));
            if (slices.isPresent()) {
                Provenance provenance = arguments.get(0) instanceof Datum.Text t ? t.provenance() : Provenance.EXPLICIT;
                List<Datum> items = new ArrayList<>();
                slices.get()
                        .forEach(s -> items.add(new Datum.Text(
                                List.of(Datum.Piece.of(s)),
                                provenance,
                                arguments.get(0).places(),
                                null)));
                return new Datum.Items(items, provenance, List.of(place));
            }
            return Datum.unknown("%s does not hold %d slices of %s bits".formatted(block, number, bits), place);
        }
        return symbolic(arguments.get(0), number, bits, place);
    }

    /** Slices of a block that is not known differ, and have a size. */
    private static Datum symbolic(Datum block, int number, String bits, Place place) {
        String identity = block instanceof Datum.Text text ? text.identity() : null;
        List<Datum> items = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Gap gap = Gap.because("it is cut from a block that is not known").hinting(bits);
            Gap named = identity == null
                    ? gap
                    : gap.as(new Symbol("Cidr:" + identity + "/" + bits, Integer.toString(i)))
                            .asSingle();
            items.add(Datum.Text.gap(named, List.of(place)));
        }
        return new Datum.Items(items, Provenance.EXPLICIT, List.of(place));
    }

    private static Optional<List<String>> cut(String block, int number, int bits) {
        try {
            IPAddress address = new IPAddressString(block).toAddress();
            Integer prefix = address == null ? null : address.getNetworkPrefixLength();
            if (address == null || prefix == null) {
                return Optional.empty();
            }
            int slice = address.getBitCount() - bits;
            if (slice < prefix || slice > address.getBitCount()) {
                return Optional.empty();
            }
            List<String> slices = new ArrayList<>();
            Iterator<? extends IPAddress> blocks =
                    address.toPrefixBlock().setPrefixLength(slice, false).prefixBlockIterator();
            while (slices.size() < number && blocks.hasNext()) {
                slices.add(blocks.next().toCanonicalString());
            }
            return slices.size() == number ? Optional.of(slices) : Optional.empty();
        } catch (AddressStringException notAnAddress) {
            return Optional.empty();
        }
    }
}
