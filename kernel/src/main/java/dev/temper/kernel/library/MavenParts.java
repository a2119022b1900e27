package dev.temper.kernel.library;

import java.util.Map;
import org.eclipse.aether.spi.connector.checksum.ChecksumPolicyProvider;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transport.file.FileTransporterFactory;
import org.eclipse.aether.transport.jdk.JdkTransporterFactory;

/** The parts that Maven's resolver is put together from. */
final class MavenParts extends RepositorySystemSupplier {
    @Override
    protected Map<String, TransporterFactory> createTransporterFactories() {
        return Map.of(
                FileTransporterFactory.NAME,
                new FileTransporterFactory(),
                JdkTransporterFactory.NAME,
                new JdkTransporterFactory(getChecksumExtractor(), getPathProcessor()));
    }

    @Override
    protected ChecksumPolicyProvider createChecksumPolicyProvider() {
        return new Checksums();
    }
}
