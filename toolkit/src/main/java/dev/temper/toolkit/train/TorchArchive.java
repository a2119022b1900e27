package dev.temper.toolkit.train;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs TorchScript text into the archive that libtorch loads: a stored zip with a pickled object that has no state. */
final class TorchArchive {
    private TorchArchive() {}

    static byte[] of(String code) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            put(zip, "net/data.pkl", object());
            put(zip, "net/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            put(zip, "net/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            put(zip, "net/version", ascii("10\n"));
            put(zip, "net/byteorder", ascii("little"));
        }
        return archive.toByteArray();
    }

    /** Pickle, protocol 2: an instance of __torch__.Net whose only attribute is training = True. */
    private static byte[] object() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {(byte) 0x80, 2});
        pickle.writeBytes(ascii("c__torch__\nNet\n)"));
        pickle.write(0x81);
        pickle.writeBytes(ascii("}(X"));
        pickle.writeBytes(new byte[] {8, 0, 0, 0});
        pickle.writeBytes(ascii("training"));
        pickle.write(0x88);
        pickle.writeBytes(ascii("ub."));
        return pickle.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
