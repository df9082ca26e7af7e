/** Reads one member of an archive, through archives inside archives. */
import type { InputFile } from '../list-inputs.js';
import { withZip, type MemberLocation, type ZipBytes } from './zip-file.js';

/** The archive inside an archive that was unpacked last: its members are read one after the other. */
let unpacked: { readonly key: string; readonly bytes: Uint8Array } | undefined;

/**
 * Reads the bytes of a member.
 *
 * @param members - The way to it, not empty.
 * @param assertSize - Throws where a member of so many bytes is not to be read.
 * @throws {PipelineError} `encrypted`, `truncated`, `unsupported-kind`, and what `assertSize` throws.
 */
export async function readMember(
  location: InputFile['location'],
  members: readonly MemberLocation[],
  assertSize: (byteCount: number) => void,
): Promise<Uint8Array> {
  const member = members.at(-1);
  if (member === undefined) throw new RangeError('a member of an archive has a way to it');
  assertSize(member.unpackedBytes);
  const archive = await readArchive(location, members.slice(0, -1));
  return withZip(archive, (zip) => zip.read(member));
}

async function readArchive(location: InputFile['location'], way: readonly MemberLocation[]): Promise<ZipBytes> {
  const member = way.at(-1);
  if (member === undefined) return { path: location };
  const key = JSON.stringify([location, way.map(({ offset }) => offset)]);
  if (unpacked?.key !== key) {
    const around = await readArchive(location, way.slice(0, -1));
    unpacked = { key, bytes: await withZip(around, (zip) => zip.read(member)) };
  }
  return { bytes: unpacked.bytes };
}
