using System.Net;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Limits;

/// <summary>How many codes for the status of a request one network may ask for on the web in an hour.</summary>
internal sealed class LookupLimiter(IOptions<LimitOptions> options) : HourlyLimiter(options, limits => limits.LookupsPerAddress)
{
    private readonly IReadOnlyList<IPNetwork> exempt = [.. options.Value.ExemptNetworks.Select(IPNetwork.Parse)];

    public TimeSpan? Check(IPAddress? address) => Check(NetworkAddress.IsIn(address, exempt) ? null : NetworkAddress.Of(address));
}
