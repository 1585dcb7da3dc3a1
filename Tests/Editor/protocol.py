"""The language server as a client sees it that checks every message against the protocol: pytest-lsp.

Its last line is `N passed, N failed, N skipped`. `EPIC` names the command, by default the one that was built.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
from harness import EPIC, copy_storefront  # noqa: E402

#: Seconds for findings to come.
LIMIT = 120


class Editor:
    """A client with the storefront's shop open."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client = client
        self.root = root
        self.version = 0
        self.path = root / "acme" / "shop.epic"
        self.uri = self.path.as_uri()
        self.text = self.path.read_text()

    @property
    def document(self) -> types.TextDocumentIdentifier:
        """The shop."""
        return types.TextDocumentIdentifier(uri=self.uri)

    def at(self, text: str, offset: int = 0) -> types.Position:
        """The first place of a text, which is ASCII up to there."""
        before = self.text[: self.text.index(text)]
        return types.Position(line=before.count("\n"), character=len(before) - before.rfind("\n") - 1 + offset)

    def open(self) -> None:
        """Opens the shop."""
        self.version = 1
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=self.uri, language_id="epic", version=1, text=self.text)))

    def change(self, old: str, new: str) -> None:
        """Replaces the first place of a text."""
        change = types.TextDocumentContentChangePartial(
            range=types.Range(start=self.at(old), end=self.at(old, len(old))), text=new)
        self.text = self.text.replace(old, new, 1)
        self.version += 1
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri), [change]))

    async def codes(self, *expected: str) -> None:
        """Waits until the shop has these findings."""
        async with asyncio.timeout(LIMIT):
            while [str(finding.code) for finding in self.client.diagnostics.get(self.uri) or []] != list(expected) or (
                self.uri not in self.client.diagnostics
            ):
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)


def edits(edit: types.WorkspaceEdit) -> dict[str, list[str]]:
    """The new texts of an edit by file, in whichever of its two forms the client takes."""
    if edit.document_changes is None:
        return {uri: [change.new_text for change in changes] for uri, changes in (edit.changes or {}).items()}
    return {
        change.text_document.uri: [one.new_text for one in change.edits]
        for change in edit.document_changes if isinstance(change, types.TextDocumentEdit)
    }


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[str(EPIC), "lsp"]), params=["neovim", "visual_studio_code"])
async def client(lsp_client: LanguageClient, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[None]:
    """A session on a copy of the storefront, with the capabilities of a real editor."""
    root = copy_storefront(tmp_path / "storefront")

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(_: types.RegistrationParams) -> None:
        """Editors that can are asked to watch files."""

    started = await lsp_client.initialize_session(types.InitializeParams(
        capabilities=client_capabilities(request.param), root_uri=root.as_uri(),
        workspace_folders=[types.WorkspaceFolder(uri=root.as_uri(), name="storefront")]))
    assert started.server_info is not None and started.server_info.name == "epic"
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture
async def editor(client: LanguageClient, tmp_path: Path) -> Editor:
    """The session with the shop open."""
    editor = Editor(client, tmp_path / "storefront")
    editor.open()
    return editor


@pytest.mark.asyncio
async def test_diagnostics_come_and_go(editor: Editor) -> None:
    await editor.codes()
    editor.change("routes shop-routes", "routes shop-rutes")
    await editor.codes("E0201")
    finding = editor.client.diagnostics[editor.uri][0]
    assert finding.range.start == editor.at("shop-rutes")
    editor.change("routes shop-rutes", "routes shop-routes")
    await editor.codes()


@pytest.mark.asyncio
async def test_hover(editor: Editor) -> None:
    answer = await editor.client.text_document_hover_async(
        types.HoverParams(editor.document, editor.at("web-app(", 2)))
    assert answer is not None and "template web-app" in answer.contents.value
    answer = await editor.client.text_document_hover_async(
        types.HoverParams(editor.document, editor.at("platform.catalog", 10)))
    assert answer is not None and "package `platform.catalog`" in answer.contents.value
    answer = await editor.client.text_document_hover_async(
        types.HoverParams(editor.document, editor.at("missing ", 2)))
    assert answer is not None and "Where it is not written: " in answer.contents.value


@pytest.mark.asyncio
async def test_definition_and_references(editor: Editor) -> None:
    found = await editor.client.text_document_definition_async(
        types.DefinitionParams(editor.document, editor.at("shop-routes", 2)))
    assert [place.uri for place in found] == [(editor.root / "acme" / "routes.epic").as_uri()]
    uses = await editor.client.text_document_references_async(types.ReferenceParams(
        types.ReferenceContext(include_declaration=True), editor.document, editor.at("shop-routes", 2)))
    assert {place.uri for place in uses} >= {editor.uri, found[0].uri}
    assert found[0] in uses


@pytest.mark.asyncio
async def test_rename_reaches_other_files(editor: Editor) -> None:
    place = editor.at("shop-routes", 2)
    prepared = await editor.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(editor.document, place))
    assert prepared is not None and prepared.placeholder == "shop-routes"
    edit = await editor.client.text_document_rename_async(
        types.RenameParams(position=place, new_name="shop-table", text_document=editor.document))
    changed = edits(edit)
    assert {editor.uri, (editor.root / "acme" / "routes.epic").as_uri()} <= set(changed)
    assert {text for texts in changed.values() for text in texts} == {"shop-table"}


@pytest.mark.asyncio
async def test_a_package_is_renamed_with_its_folder(editor: Editor) -> None:
    edit = await editor.client.text_document_rename_async(types.RenameParams(
        position=editor.at("platform.catalog", 10), new_name="templates", text_document=editor.document))
    assert isinstance(edit.document_changes[-1], types.RenameFile)
    assert edit.document_changes[-1].new_uri == (editor.root / "platform" / "templates").as_uri()


@pytest.mark.asyncio
async def test_formatting(editor: Editor) -> None:
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    assert not await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document, options))
    editor.change("issuer   https", "issuer      https")
    found = await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document, options))
    assert len(found) == 1 and "issuer   https" in found[0].new_text


@pytest.mark.asyncio
async def test_completion(editor: Editor) -> None:
    items = await editor.client.text_document_completion_async(
        types.CompletionParams(editor.document, editor.at("anycast6")))
    labels = [item.label for item in (items.items if isinstance(items, types.CompletionList) else items)]
    assert "anycast4" in labels and len(labels) == len(set(labels))


@pytest.mark.asyncio
async def test_code_action(editor: Editor) -> None:
    editor.change("routes shop-routes", "routes shop-rutes")
    await editor.codes("E0201")
    place = editor.at("shop-rutes")
    actions = await editor.client.text_document_code_action_async(types.CodeActionParams(
        editor.document, types.Range(place, place), types.CodeActionContext(editor.client.diagnostics[editor.uri])))
    assert actions[0].title == "write `shop-routes`"
    assert actions[0].diagnostics == editor.client.diagnostics[editor.uri]
    assert edits(actions[0].edit) == {editor.uri: ["shop-routes"]}


@pytest.mark.asyncio
async def test_semantic_tokens(editor: Editor) -> None:
    tokens = await editor.client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(editor.document))
    assert len(tokens.data) > 100 and len(tokens.data) % 5 == 0
    lines = sum(tokens.data[::5])
    assert lines < editor.text.count("\n")


@pytest.mark.asyncio
async def test_symbols_folds_and_signatures(editor: Editor) -> None:
    symbols = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document))
    assert [symbol.name for symbol in symbols][:2] == ["shop", "shop"]
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams(query="shop-routes"))
    assert any(symbol.name == "shop-routes" for symbol in found)
    folds = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(editor.document))
    assert folds and all(fold.start_line < fold.end_line for fold in folds)
    signature = await editor.client.text_document_signature_help_async(
        types.SignatureHelpParams(editor.document, editor.at("grade: gold", 3)))
    assert signature.signatures[0].label.startswith("web-app(")
    assert signature.signatures[0].parameters[signature.active_parameter].label.startswith("grade:")


@pytest.mark.asyncio
async def test_lint(editor: Editor) -> None:
    editor.change("use platform.catalog.{web-app}", "use platform.catalog.{web-app}\nlet spare = 1")
    await editor.codes("L0102")
    finding = editor.client.diagnostics[editor.uri][0]
    assert finding.severity == types.DiagnosticSeverity.Warning
    editor.client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams(settings={"epic": {"lint": False}}))
    await editor.codes()


class Counter:
    """Counts the tests as the other scripts do."""

    def __init__(self) -> None:
        self.passed = self.failed = self.skipped = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One phase of a test: its call, and what goes wrong around it."""
        if report.failed:
            self.failed += 1
        elif report.skipped:
            self.skipped += 1
        elif report.when == "call":
            self.passed += 1


def main() -> int:
    """Runs the tests of this file."""
    counter = Counter()
    options = ["-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", str(Path(__file__).parent)]
    status = pytest.main([*options, __file__], plugins=[counter])
    if status != 0 and counter.failed == 0:
        counter.failed = 1
    print(f"{counter.passed} passed, {counter.failed} failed, {counter.skipped} skipped")
    return 1 if counter.failed else 0


if __name__ == "__main__":
    sys.exit(main())
