"""The real Envoy takes the static form of every node and engine, its secrets filled with throw-away keys.

It refuses it once a field that it does not know is put in, so the check is not blind.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
from kit.artifacts import NodeArtifacts  # noqa: E402
from kit.keys import Authority  # noqa: E402


def validate(folder: Path) -> subprocess.CompletedProcess[str]:
    """Asks Envoy about `static.json` in a run directory."""
    command = [str(harness.ENVOY), "--mode", "validate", "-c", "static.json", "-l", "error"]
    return subprocess.run(command, cwd=folder, text=True, capture_output=True, timeout=120)


def run_directory(instance: Path, target: Path, secrets: Path, authority: Path) -> Path:
    """What the applier makes of an instance's artifacts, as far as validation reads it."""
    shutil.copytree(instance, target)
    shutil.rmtree(target / "secrets", ignore_errors=True)
    (target / "secrets").symlink_to(secrets)
    (target / "system").mkdir()
    shutil.copy(authority, target / "system" / "ca.crt")
    return target


def run(report: harness.Report, work: Path) -> None:
    """Validates every instance of every node."""
    out = work / "out"
    harness.build(harness.copy_storefront(work / "workspace"), out)
    authority = Authority("EPIC test")
    authority.write_certificate(work / "authority.crt")
    folders: list[Path] = []
    for node in sorted(path.name for path in (out / "nodes").iterdir()):
        artifacts = NodeArtifacts(out, node)
        artifacts.write_secrets(work / "secrets", authority)
        for instance in artifacts.instances:
            target = work / "run" / node / instance.name
            folders.append(run_directory(instance, target, work / "secrets", work / "authority.crt"))
            result = validate(folders[-1])
            report.check(
                result.returncode == 0, f"{node} {instance.name}: the static form is valid", result.stderr[-2000:]
            )
    report.check(len(folders) >= 6, "every node has an instance", len(folders))

    path = folders[0] / "static.json"
    document = json.loads(path.read_text())
    document["static_resources"]["clusters"][0]["no_such_field"] = 1
    path.write_text(json.dumps(document))
    report.check(validate(folders[0]).returncode != 0, "a field that Envoy does not know is refused")


if __name__ == "__main__":
    harness.main(run)
