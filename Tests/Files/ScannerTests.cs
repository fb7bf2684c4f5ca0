using Microsoft.Extensions.Options;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Tests.Support.RealParts;

namespace PolicyAssistantBot.Tests.Files;

/// <summary>The protocol of clamd: with a fake, and with the real one.</summary>
public sealed class ScannerTests
{
    [Fact]
    public async Task Replies_of_clamd_are_parsed()
    {
        await using var clamd = new FakeClamd();
        Assert.IsType<ScanVerdict.Clean>(await ScanAsync(clamd.Address, SampleFiles.Pdf));
        Assert.IsType<ScanVerdict.Clean>(await ScanAsync(clamd.Address, new byte[200_000]));
        byte[] infected = [.. new byte[100_000], .. FakeClamd.Eicar];
        Assert.Equal("Eicar-Test-Signature", Assert.IsType<ScanVerdict.Infected>(await ScanAsync(clamd.Address, infected)).Name);
        Assert.Equal(3, clamd.ScanCount);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", "INSTREAM size limit exceeded. ERROR")]
    [InlineData("", "no reply")]
    [InlineData("stream: FOUND", "FOUND")]
    public async Task A_failed_scan_is_repeated(string says, string reason)
    {
        await using var clamd = new FakeClamd { Reply = says };
        Assert.Equal(reason, Assert.IsType<ScanVerdict.Failed>(await ScanAsync(clamd.Address, SampleFiles.Pdf)).Reason);
    }

    [Fact]
    public async Task Without_a_scanner_the_scan_fails()
    {
        string address;
        await using (var clamd = new FakeClamd())
        {
            address = clamd.Address;
        }

        Assert.IsType<ScanVerdict.Failed>(await ScanAsync(address, SampleFiles.Pdf));
        Assert.IsType<ScanVerdict.Failed>(await ScanAsync("unix:/nowhere/clamd.ctl", SampleFiles.Pdf));
    }

    [Theory]
    [InlineData("127.0.0.1:3310", true)]
    [InlineData("[::1]:3310", true)]
    [InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("unix:", false)]
    [InlineData("clamd", false)]
    [InlineData("clamd:0", false)]
    [InlineData(":3310", false)]
    public void An_address_is_checked_at_the_start(string address, bool isGood) =>
        Assert.Equal(
            isGood,
            !new CaseFileOptions { ClamAv = address }
                .Validate(new(address))
                .Any()
        );

    [ToolFact(ClamdServer.Program)]
    public async Task The_real_clamd_finds_the_test_file()
    {
        await using var clamd = await ClamdServer.StartAsync();
        Assert.Contains(
            ClamdServer.Signature,
            Assert.IsType<ScanVerdict.Infected>(await ScanAsync(clamd.Address, FakeClamd.Eicar)).Name,
            StringComparison.Ordinal
        );
        Assert.IsType<ScanVerdict.Clean>(await ScanAsync(clamd.Address, SampleFiles.Pdf));
        Assert.IsType<ScanVerdict.Clean>(await ScanAsync(clamd.Address, new byte[200_000]));
    }

    private static Task<ScanVerdict> ScanAsync(string address, byte[] content) =>
        new ClamScanner(Options.Create(new CaseFileOptions { ClamAv = address }), TimeProvider.System).ScanAsync(
            new MemoryStream(content),
            default
        );
}
