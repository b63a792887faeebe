package io.github.ekslint.reader.terraform.module;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.terraform.module.Functions.Definition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of CIDR blocks. */
final class NetworkFunctions {

    private NetworkFunctions() {}

    static void define(Map<String, Definition> all) {
        CollectionFunctions.define(all, "cidrsubnet", 3, 3, NetworkFunctions::subnet);
        CollectionFunctions.define(all, "cidrsubnets", 1, 64, NetworkFunctions::subnets);
        CollectionFunctions.define(all, "cidrhost", 2, 2, NetworkFunctions::host);
        CollectionFunctions.define(all, "cidrnetmask", 1, 1, (a, use) -> {
            IPAddress block = block(a.get(0));
            return block == null || block.isIPv6()
                    ? CollectionFunctions.opaque(a.get(0), use)
                    : use.text(block.getNetworkMask().withoutPrefixLength().toCanonicalString());
        });
    }

    private static @Nullable IPAddress block(Datum datum) {
        String text = Texts.known(datum);
        if (text == null || text.indexOf('/') < 0) {
            return null;
        }
        try {
            IPAddress address = new IPAddressString(text).toAddress();
            return address == null || address.getNetworkPrefixLength() == null ? null : address.toZeroHost();
        } catch (AddressStringException notABlock) {
            return null;
        }
    }

    private static int prefix(IPAddress block) {
        Integer length = block.getNetworkPrefixLength();
        return length == null ? block.getBitCount() : length;
    }

    private static IPAddress at(IPAddress block, BigInteger offset) {
        byte[] bytes = new byte[block.getByteCount()];
        byte[] sum = new BigInteger(1, block.getLower().getBytes()).add(offset).toByteArray();
        int length = Math.min(sum.length, bytes.length);
        System.arraycopy(sum, sum.length - length, bytes, bytes.length - length, length);
        return new inet.ipaddr.IPAddressNetwork.IPAddressGenerator().from(bytes);
    }

    private static Datum subnet(List<Datum> arguments, Use use) {
        Integer bits = Numbers.whole(arguments.get(1));
        BigDecimal number = Numbers.of(arguments.get(2));
        IPAddress block = block(arguments.get(0));
        if (bits == null || number == null) {
            return use.unknown();
        }
        if (block == null) {
            return open(arguments.get(0), bits, number, use);
        }
        int length = prefix(block) + bits;
        boolean fits = bits >= 0
                && length <= block.getBitCount()
                && number.signum() >= 0
                && number.toBigInteger().bitLength() <= bits;
        if (!fits) {
            return use.refused("cidrsubnet() finds no such subnet in the block");
        }
        BigInteger offset = number.toBigInteger().shiftLeft(block.getBitCount() - length);
        return use.text(at(block, offset).toCanonicalString() + "/" + length);
    }

    /** Subnets of a block that is not known: with different numbers they are different. */
    private static Datum open(Datum block, int bits, BigDecimal number, Use use) {
        Gap gap = Use.gap(block);
        String identity = Functions.identity(block);
        if (gap == null) {
            return use.refused("cidrsubnet() takes a CIDR block");
        }
        Gap part = new Gap(gap.why(), gap.settledBy(), null, null, "", java.util.Set.of(), true);
        return Datum.Text.gap(
                identity == null
                        ? part
                        : part.as(new Symbol("cidrsubnet " + identity + " " + bits, number.toPlainString())),
                use.places());
    }

    private static Datum subnets(List<Datum> arguments, Use use) {
        IPAddress block = block(arguments.get(0));
        List<Integer> bits = new ArrayList<>();
        for (Datum one : arguments.subList(1, arguments.size())) {
            Integer known = Numbers.whole(one);
            if (known == null || known < 0) {
                return use.openList();
            }
            bits.add(known);
        }
        if (block == null) {
            return openSubnets(arguments.get(0), bits, use);
        }
        List<Datum> subnets = new ArrayList<>();
        BigInteger next = BigInteger.ZERO;
        for (int one : bits) {
            int free = block.getBitCount() - prefix(block) - one;
            if (free < 0) {
                return use.refused("cidrsubnets() finds no room in the block");
            }
            BigInteger size = BigInteger.ONE.shiftLeft(free);
            BigInteger start =
                    next.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
            next = start.add(size);
            if (next.bitLength() > block.getBitCount() - prefix(block) + 1
                    || next.compareTo(BigInteger.ONE.shiftLeft(block.getBitCount() - prefix(block))) > 0) {
                return use.refused("cidrsubnets() finds no room in the block");
            }
            subnets.add(use.text(at(block, start).toCanonicalString() + "/" + (prefix(block) + one)));
        }
        return use.items(subnets);
    }

    private static Datum openSubnets(Datum block, List<Integer> bits, Use use) {
        Gap gap = Use.gap(block);
        String identity = Functions.identity(block);
        if (gap == null) {
            return use.refused("cidrsubnets() takes a CIDR block");
        }
        List<Datum> subnets = new ArrayList<>();
        for (int i = 0; i < bits.size(); i++) {
            Gap part = new Gap(gap.why(), gap.settledBy(), null, null, "", java.util.Set.of(), true);
            Symbol symbol = new Symbol("cidrsubnets " + identity + " " + bits, Integer.toString(i));
            subnets.add(Datum.Text.gap(identity == null ? part : part.as(symbol), use.places()));
        }
        return use.items(subnets);
    }

    private static Datum host(List<Datum> arguments, Use use) {
        IPAddress block = block(arguments.get(0));
        BigDecimal number = Numbers.of(arguments.get(1));
        if (block == null || number == null) {
            return use.gap() != null ? use.unknown() : use.refused("cidrhost() takes a CIDR block and a number");
        }
        BigInteger size = BigInteger.ONE.shiftLeft(block.getBitCount() - prefix(block));
        BigInteger wanted = number.toBigInteger();
        BigInteger offset = wanted.signum() < 0 ? size.add(wanted) : wanted;
        boolean fits = offset.signum() >= 0 && offset.compareTo(size) < 0;
        return fits
                ? use.text(at(block, offset).toCanonicalString())
                : use.refused("cidrhost() finds no such host in the block");
    }
}
