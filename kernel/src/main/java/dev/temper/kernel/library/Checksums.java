package dev.temper.kernel.library;

import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.internal.impl.DefaultChecksumPolicyProvider;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.spi.connector.checksum.ChecksumPolicy;
import org.eclipse.aether.spi.connector.checksum.ChecksumPolicyProvider;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferResource;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a file that is not what its checksum says, where Maven would only warn. A repository without checksums, such
 * as a folder that colleagues share, is taken as it is, unless the settings ask for more.
 */
final class Checksums implements ChecksumPolicyProvider {
    private final ChecksumPolicyProvider maven = new DefaultChecksumPolicyProvider();

    @Override
    public @Nullable ChecksumPolicy newChecksumPolicy(
            RepositorySystemSession session, RemoteRepository repository, TransferResource resource, String policy) {
        return RepositoryPolicy.CHECKSUM_POLICY_WARN.equals(policy)
                ? new MatchIfThere()
                : maven.newChecksumPolicy(session, repository, resource, policy);
    }

    @Override
    public String getEffectiveChecksumPolicy(RepositorySystemSession session, String policy1, String policy2) {
        return maven.getEffectiveChecksumPolicy(session, policy1, policy2);
    }

    private static final class MatchIfThere implements ChecksumPolicy {
        @Override
        public boolean onChecksumMatch(String algorithm, ChecksumKind kind) {
            return true;
        }

        @Override
        public void onChecksumMismatch(String algorithm, ChecksumKind kind, ChecksumFailureException failure)
                throws ChecksumFailureException {
            throw failure;
        }

        @Override
        public void onChecksumError(String algorithm, ChecksumKind kind, ChecksumFailureException failure)
                throws ChecksumFailureException {
            throw failure;
        }

        @Override
        public void onNoMoreChecksums() {
            // nothing to compare with
        }

        @Override
        public void onTransferRetry() {
            // each try is judged alike
        }

        @Override
        public boolean onTransferChecksumFailure(ChecksumFailureException failure) {
            return false;
        }
    }
}
