package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An address of the Internet Protocol and how many of its first bits are the network's. No name is ever looked up. Immutable.
 *
 * @param prefixLength all bits of the address for a single host
 */
public record Inet(InetAddress address, int prefixLength) {

    /** @throws ConversionException if the address has fewer bits than the network, or belongs to an interface */
    public Inet {
        int bits = address.getAddress().length * 8;
        if (prefixLength < 0 || prefixLength > bits) {
            throw new ConversionException("a network has from 0 to " + bits + " of an address's bits");
        }
        if (address instanceof Inet6Address v6 && (v6.getScopeId() != 0 || v6.getScopedInterface() != null)) {
            throw new ConversionException("the address belongs to an interface of this machine, which is not stored");
        }
        address = bare(address.getAddress());
    }

    /** A single host. */
    public static Inet of(InetAddress host) {
        return new Inet(host, host.getAddress().length * 8);
    }

    /**
     * An address as text, with or without the length of its network: {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code ::1}.
     *
     * @throws ConversionException if it is none
     */
    public static Inet parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        try {
            if (!address.matches("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*|\\d{1,3}(\\.\\d{1,3}){3}")) {
                throw none();
            }
            byte[] bytes = InetAddress.getByName(address).getAddress();
            byte[] whole = address.indexOf(':') >= 0 && bytes.length == 4 ? mapped(bytes) : bytes;
            int prefix = slash < 0 ? whole.length * 8 : Integer.parseInt(text, slash + 1, text.length(), 10);
            return new Inet(bare(whole), prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw none();
        }
    }

    private static ConversionException none() {
        return new ConversionException("the text is no address of the Internet Protocol, such as 10.0.0.0/8 or ::1");
    }

    /** An address of version 4 as one of version 6, which Java turns back where it can. */
    private static byte[] mapped(byte[] bytes) {
        byte[] whole = new byte[16];
        whole[10] = -1;
        whole[11] = -1;
        System.arraycopy(bytes, 0, whole, 12, 4);
        return whole;
    }

    /** Without the name it was looked up by. */
    private static InetAddress bare(byte[] bytes) {
        try {
            return bytes.length == 16 ? Inet6Address.getByAddress(null, bytes, -1) : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefixLength;
    }
}
